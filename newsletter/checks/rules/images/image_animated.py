"""A picture that may move.

## Why it matters

Movement of more than five seconds draws people with attention or balance problems away from all else, and mail
programs offer no way to stop it.

## Fails

```html
<img src="confetti.gif" width="600" height="200" alt="Confetti">
```

## Passes

```html
<img src="confetti.jpg" width="600" height="200" alt="Confetti">
```

## Silent

On pictures in other formats, and on pixels.

## References

- WCAG 2.2, 2.2.2 Pause, Stop, Hide; 2.3.1 Three Flashes
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.images import is_pixel
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


GIF = re.compile(r"\.gif(?:[?#].*)?$", re.IGNORECASE)


def find(document: Document) -> Iterator[Defect]:
    """Find pictures in GIF format."""
    for image in document.find("img"):
        if GIF.search(str(image.get("src") or "")) and not is_pixel(image):
            yield Defect("If it moves, let it stop within five seconds, and never flash.", image)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("2.2.2",), optional=True)
