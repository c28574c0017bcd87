"""Words of a picture that nobody could read in its place.

## Why it matters

Many mail programs show no pictures until they are asked to. The alternative text then stands in the colours of its
cell: black on dark blue, where the picture was light.

## Fails

```html
<div style="background-color:#10243e"><img src="a.jpg" alt="Open day on 3 May"></div>
```

## Passes

```html
<div style="background-color:#10243e;color:#ffffff"><img src="a.jpg" alt="Open day on 3 May"></div>
```

## Silent

Off unless selected, because mail programs differ in how they show the words. On pictures without words, and on those
that nobody sees.

## References

- Practice; WCAG 2.2, 1.4.3 Contrast (Minimum), applied to the view without pictures
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.legibility import WORD, is_readable
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.stylesheets import PICTURES_OFF
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find pictures whose alternative text would have too little contrast where the picture is not loaded."""
    cascade = document.cascade_in(PICTURES_OFF)
    for image in document.find("img"):
        style = cascade.style(image)
        if WORD.search(str(image.get("alt") or "")) and style.is_seen and not is_readable(style):
            pair = f"{style.text.hex} on {style.behind.hex}"
            yield Defect(f"Without the picture its words are {pair}: set color and background-color on it.", image)


rule = Rule(__name__, Impact.MINOR, find, optional=True)
