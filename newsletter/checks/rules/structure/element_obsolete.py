"""An element that HTML has given up.

## Why it matters

Styles of font and center cannot be changed by readers’ own settings as easily as CSS, and they say nothing of what the
words are.

## Fails

```html
<center><font size="2">Good morning</font></center>
```

## Passes

```html
<div style="text-align:center;font-size:14px">Good morning</div>
```

## Silent

Off unless selected: mail programs show them as they always did. Inside MSO comments, where Outlook needs them. One
finding for each kind of element.

## References

- HTML, 16.2 Non-conforming features
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


OBSOLETE = frozenset({"font", "center", "big", "strike", "tt", "basefont", "dir", "acronym"})


def find(document: Document) -> Iterator[Defect]:
    """Find the first element of each obsolete name."""
    told: set[str] = set()
    for element in document.find(*OBSOLETE):
        if element.name not in told:
            told.add(element.name)
            yield Defect(f"Use CSS in place of <{element.name}>.", element)


rule = Rule(__name__, Impact.MINOR, find, optional=True)
