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

from newsletter.checks.linking.collecting import pictures_of, showing_pictures
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find elements with an image in a data: address, behind their words too."""
    for element in showing_pictures(document):
        if any(it[:5].lower() == "data:" for it in pictures_of(document, element)) and document.is_exposed(element):
            yield Defect("Put the image on the web, and name its https:// address.", element)


rule = Rule(__name__, Impact.SERIOUS, find)
