"""Stress that is only seen.

## Why it matters

Bold and italic letters of b and i are a look. Where words are meant to be stressed, strong and em say so to every
program.

## Fails

```html
<p>Please <b>do not</b> come on Friday.</p>
```

## Passes

```html
<p>Please <strong>do not</strong> come on Friday.</p>
```

## Silent

Off unless selected: b and i are right for names, titles and foreign words, and few screen readers say stress aloud.

## References

- WCAG technique H49
- HTML, 4.5.2 to 4.5.3 and 4.5.20 to 4.5.21
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MEANT = {"b": "strong", "i": "em"}


def find(document: Document) -> Iterator[Defect]:
    """Find b and i with words."""
    for element in document.find(*MEANT):
        if document.words(element):
            yield Defect(f"Write <{MEANT[element.name]}> if the words are stressed.", element)


rule = Rule(__name__, Impact.MINOR, find, optional=True)
