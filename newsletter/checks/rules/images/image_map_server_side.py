"""An image map that only a mouse can use.

## Why it matters

The program sends the place of the click. Who uses the keyboard or a screen reader has no place to click.

## Fails

```html
<a href="https://example.org/map"><img src="map.png" alt="Our places" ismap></a>
```

## Passes

```html
<a href="https://example.org/map"><img src="map.png" alt="Our places"></a>
```

## Silent

On images outside a link, where ismap does nothing.

## References

- WCAG 2.2, 2.1.1 Keyboard
- axe-core, server-side-image-map
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find images with ismap in a link."""
    for image in document.find("img"):
        if image.has_attr("ismap") and image.find_parent("a", href=True) is not None:
            yield Defect("Leave ismap out, and write a link for each place.", image)


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("2.1.1",))
