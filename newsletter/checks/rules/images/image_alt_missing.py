"""An image without a text alternative.

## Why it matters

Somebody who cannot see the image, or whose mail program does not load it, gets nothing, or hears the name of a file.

## Fails

```html
<img src="chart.png">
```

## Passes

```html
<img src="chart.png" alt="Sign-ups doubled in May">
```

## Silent

On images that are hidden or have role="presentation", and where aria-label or title names them (mail programs drop
those: image-name-unreliable). Areas of image maps are links (link-text-missing), image buttons are buttons (image-
button-name-missing), and a pixel that counts readers is pixel-alt-missing.

## References

- WCAG 2.2, 1.1.1 Non-text Content
- ACT 23a2a8
- Email Markup Consortium, accessibility report: on 48% of emails in 2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import explicit_role, is_conflicting
from newsletter.checks.images import is_pixel
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


IN_HTML = 'Say what the image shows: alt="…"; or alt="" if it only decorates.'
IN_MARKDOWN = (
    "Say what the image shows: ![what it shows](file.jpg); or ![](file.jpg){.decorative} if it only decorates."
)
IMAGE_ROLES = frozenset({"img", "image"})
SILENT_ROLES = frozenset({"presentation", "none"})


def find(document: Document) -> Iterator[Defect]:
    """Find img without alt, or with one of spaces only, and other elements with the role of an image and no name."""
    for element in document.elements:
        if not _is_image(element) or not document.is_exposed(element) or document.name(element):
            continue
        if element.name == "img" and (_is_silent(element) or is_pixel(element)):
            continue
        yield Defect(IN_MARKDOWN if document.letter else IN_HTML, element)


def _is_image(element: Tag) -> bool:
    if element.name == "img":
        return explicit_role(element) in IMAGE_ROLES | SILENT_ROLES | {""}
    return element.name not in {"svg", "input", "object"} and explicit_role(element) in IMAGE_ROLES


def _is_silent(image: Tag) -> bool:
    """Whether it is marked as decoration; that gives way on an element that can be focused (ARIA 1.2, 5.4)."""
    is_marked = image.get("alt") == "" or explicit_role(image) in SILENT_ROLES
    return is_marked and not is_conflicting(image)


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("1.1.1",), act=("23a2a8",))
