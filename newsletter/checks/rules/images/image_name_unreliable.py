"""An image whose name only some mail programs pass on.

## Why it matters

Gmail and others remove aria-label and aria-labelledby, and none of them shows a title where the image is not loaded.
Only alt arrives everywhere.

## Fails

```html
<img src="door.jpg" aria-label="A green door">
```

## Passes

```html
<img src="door.jpg" alt="A green door">
```

## Silent

On images with an alt, also an empty one, and on hidden ones.

## References

- caniemail.com: aria-label works in 24 of 41 clients, aria-labelledby in 20
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find img without words in alt, named by aria-label, aria-labelledby or title."""
    for image in document.find("img"):
        if not str(image.get("alt") or "").strip() and image.get("alt") != "" and (name := document.name(image)):
            yield Defect(f"Write “{name}” in alt: mail programs drop the other names.", image)


rule = Rule(__name__, Impact.MODERATE, find)
