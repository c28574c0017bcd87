"""An email that is one large image.

## Why it matters

Whoever does not load images, enlarges text, or changes its colours has nothing. Words in an image cannot be read
aloud, searched or translated.

## Fails

```html
<html><body><img src="poster.jpg" width="600" height="900" alt="Open day on 3 May"></body></html>
```

## Passes

```html
<html><body><h1>Open day on 3 May</h1>
<p>We open the house from ten to four. There will be tea, and at noon a walk through the garden with music.</p>
<img src="poster.jpg" width="600" height="900" alt="The garden"></body></html>
```

## Silent

From 20 words of live text on, and where no image is 300 pixels wide and 200 high.

## References

- WCAG 2.2, 1.4.5 Images of Text
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.images import size
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MIN_WORDS = 20
MIN_WIDTH = 300
MIN_HEIGHT = 200


def find(document: Document) -> Iterator[Defect]:
    """Find a large image in an email with almost no words."""
    if len(document.words(document.soup).split()) >= MIN_WORDS:
        return
    for image in document.find("img"):
        if (size(image, "width") or 0) >= MIN_WIDTH and (size(image, "height") or 0) >= MIN_HEIGHT:
            yield Defect("The email is an image: write its words as text.", image)
            return


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.4.5",))
