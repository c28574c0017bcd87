"""A picture that takes long to load.

## Why it matters

On a phone with a weak signal a megabyte takes half a minute, and some people pay for each.

## Fails

```html
<img src="https://example.org/heavy.png" alt="The quay at dawn">
```

## Passes

```html
<img src="https://example.org/quay.png" alt="The quay at dawn">
```

## Silent

Where links are not asked: `--no-links` and `--offline`.

## References

- https://web.dev/articles/fast#optimize-your-images
- 400 kbit/s is what Lighthouse takes for slow 3G: 1 MB in 20 s
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.linking.collecting import answered_images
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MAX_BYTES = 1_000_000


def find(document: Document) -> Iterator[Defect]:
    """Find pictures of more than a megabyte."""
    for image, answer in answered_images(document):
        if answer.size > MAX_BYTES:
            megabytes = answer.size / 1_000_000
            yield Defect(f"The picture has {megabytes:,.1f} MB: make it smaller, 600 pixels wide are enough", image)


rule = Rule(__name__, Impact.MODERATE, find, asks_web=True)
