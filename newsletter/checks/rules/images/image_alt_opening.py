"""An alternative text that begins with “image of”.

## Why it matters

The screen reader has just said that it is an image. The reader waits for what matters.

## Fails

```html
<img src="a.jpg" alt="Image of a plum tree">
```

## Passes

```html
<img src="a.jpg" alt="A plum tree">
```

## Silent

On “screenshot of”, “map of”, “painting of”: they say what kind of picture it is.

## References

- WebAIM, Alternative Text
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.phrases import OPENING
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find alternative texts that open with words for “image of” in five languages."""
    for image in document.find("img", "area"):
        if found := OPENING.match(str(image.get("alt") or "").strip()):
            yield Defect(f"Leave “{found[0]}” out: a screen reader says that it is an image.", image)


rule = Rule(__name__, Impact.MINOR, find)
