"""A picture that comes as something else.

## Why it matters

A server that sends a web page, or names no type, in the place of a picture gives readers a broken frame.

## Fails

```html
<img src="https://example.org/page.png" alt="The quay at dawn">
```

## Passes

```html
<img src="https://example.org/quay.png" alt="The quay at dawn">
```

## Silent

Where links are not asked: `--no-links` and `--offline`.

## References

- RFC 9110, HTTP Semantics, section 8.3
- https://www.caniemail.com/features/image-svg/ and https://www.caniemail.com/features/image-avif/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.linking.answers import State
from newsletter.checks.linking.collecting import answered_images
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


# Gmail and Outlook show no SVG, and few mail programs show AVIF or TIFF.
RARELY_SHOWN = frozenset({"image/svg+xml", "image/avif", "image/tiff", "image/heic", "image/jxl"})


def find(document: Document) -> Iterator[Defect]:
    """Find pictures whose Content-Type is none of a picture, or of one that mail programs do not show."""
    for image, answer in answered_images(document):
        if answer.state is not State.WORKS or not answer.media_type:
            continue
        if not answer.media_type.startswith("image/") and answer.media_type != "application/octet-stream":
            yield Defect(f"The server says that the picture is {answer.media_type}: put a picture there", image)
        elif answer.media_type in RARELY_SHOWN and not document.is_page:
            kind = answer.media_type.removeprefix("image/").removesuffix("+xml").upper()
            yield Defect(f"Many mail programs do not show {kind}: use PNG or JPEG", image)


rule = Rule(__name__, Impact.SERIOUS, find, asks_web=True)
