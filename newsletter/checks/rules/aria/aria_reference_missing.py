"""A reference to an element that is not there.

## Why it matters

The name or the description that aria-labelledby or aria-describedby was to fetch is empty. Mail programs that rename
ids break them all.

## Fails

```html
<p aria-describedby="note">Our hours</p>
```

## Passes

```html
<p aria-describedby="note">Our hours</p><p id="note">From May on</p>
```

## Silent

On hidden elements, and where one of several ids is found.

## References

- WCAG 2.2, 1.3.1 and 4.1.2
- WAI-ARIA 1.2, aria-labelledby, aria-describedby
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


REFERENCES = ("aria-labelledby", "aria-describedby", "aria-details", "aria-errormessage")


def find(document: Document) -> Iterator[Defect]:
    """Find references none of whose ids is in the document."""
    ids = document.index.by_id
    for element in document.index.having(*REFERENCES):
        for name in REFERENCES:
            words = str(element.get(name) or "").split()
            if words and not any(word in ids for word in words) and document.is_exposed(element):
                yield Defect(f"{name} names “{' '.join(words)}”, which no element has as its id.", element)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("4.1.2",))
