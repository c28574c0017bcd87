"""An image inside the HTML itself.

## Why it matters

Gmail and Outlook do not show images in data: addresses: readers see a gap. The HTML grows by a third more than the
image, and Gmail cuts it off at 102 KB.

## Fails

```html
<img src="data:image/png;base64,iVBORw0KGgo=" alt="Two chairs">
```

## Passes

```html
<img src="https://example.org/chairs.png" alt="Two chairs">
```

## Silent

On images at an address of the web, and on images attached to the email (`cid:`).

## References

- caniemail.com, feature image-base64
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find images whose source is a data: address."""
    for image in document.find("img"):
        if str(image.get("src") or "").strip().lower().startswith("data:"):
            yield Defect("Put the image on the web, and name its https:// address.", image)


rule = Rule(__name__, Impact.SERIOUS, find)
