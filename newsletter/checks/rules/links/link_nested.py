"""A link inside a link.

## Why it matters

HTML does not allow it: each mail program cuts the outer link off at another place, and a part of it leads nowhere.

## Fails

```html
<a href="https://example.org/"><span>Our <a href="https://example.org/hours">hours</a></span></a>
```

## Passes

```html
<a href="https://example.org/hours">Our hours</a>
```

## Silent

On anchors without href.

## References

- HTML, 4.5.1 The a element: no interactive content inside
- WCAG 2.2, 4.1.2
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links that begin before the one before them ends."""
    for link in document.index.named("a"):
        if id(link) in document.lost.nested:
            yield Defect("Close the link before this one begins.", link)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("4.1.2",))
