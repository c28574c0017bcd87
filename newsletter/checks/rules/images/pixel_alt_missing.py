"""A pixel that counts readers, or makes room, without an empty alt.

## Why it matters

A screen reader says “image”, or spells the address of the counter out, where there is nothing to see.

## Fails

```html
<img src="https://example.org/open.gif" width="1" height="1">
```

## Passes

```html
<img src="https://example.org/open.gif" width="1" height="1" alt="">
```

## Silent

On images larger than three pixels on both sides, and on those that are hidden or have role="presentation".

## References

- WCAG 2.2, 1.1.1 Non-text Content
- WCAG technique H67
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.images import is_pixel
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find images of at most three pixels on a side without alt="", or with words in it."""
    for image in document.find("img"):
        is_silent = str(image.get("role") or "").lower() in {"presentation", "none"}
        if is_pixel(image) and image.get("alt") != "" and not is_silent:
            yield Defect('Nobody can see this image: write alt="".', image)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.1.1",))
