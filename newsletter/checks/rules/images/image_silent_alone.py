"""A letter that is an image and says nothing.

## Why it matters

Where the one image of an email is marked as decoration, a reader who cannot see it receives an empty letter.

## Fails

```html
<img src="poster.jpg" alt="">
```

## Passes

```html
<img src="poster.jpg" alt="Open day on 3 May, 10 to 16">
```

## Silent

Where there are words or a named image anywhere, on pixels that count readers, and on what is out of sight.

## References

- WCAG 2.2, 1.1.1 Non-text Content
- ACT e88epe
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.images import is_pixel
from newsletter.checks.legibility import is_in_sight
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


# Roles that name no content of their own: a letter that is called “email” still says nothing.
SILENT = frozenset({"none", "presentation", "article", "document", "main", "region"})


def find(document: Document) -> Iterator[Defect]:
    """Find images hidden from screen readers in a document without a word for them."""
    body = document.body or document.soup
    shown = [image for image in document.index.named("img") if not is_pixel(image) and is_in_sight(document, image)]
    if not shown or document.words(body) or any(_speaks(document, image) for image in document.elements):
        return
    for image in shown:
        if image.has_attr("alt") or image.has_attr("role") or not document.is_exposed(image):
            yield Defect("This image is all there is: say in alt what it shows.", image)


def _speaks(document: Document, element: Tag) -> bool:
    is_silent = str(element.get("role") or "").lower() in SILENT
    is_media = element.name in {"img", "svg", "canvas", "object", "video", "input", "area"} or element.has_attr("role")
    is_media = is_media or element.has_attr("aria-label") or element.has_attr("aria-labelledby")
    return is_media and not is_silent and document.is_exposed(element) and bool(document.name(element))


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("1.1.1",), act=("e88epe",))
