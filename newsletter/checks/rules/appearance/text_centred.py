"""Several lines of centred text.

## Why it matters

Each line begins somewhere else, and the eye has to look for it. With a magnifier the beginning is often out of sight.

## Fails

```html
<p style="text-align:center">We open the house from ten to four. There will be tea, and at noon we walk slowly through
the garden. In the afternoon we read aloud to each other. You may bring a page that you like, or simply listen. We close
the doors at four, and the garden stays open until it is dark.</p>
```

## Passes

```html
<p style="text-align:left">We open the house from ten to four. There will be tea, and at noon we walk slowly through
the garden. In the afternoon we read aloud to each other. You may bring a page that you like, or simply listen. We close
the doors at four, and the garden stays open until it is dark.</p>
```

## Silent

On text that fits into three lines of 600 pixels, reckoned at half its size for each letter, and on text with line
breaks of its own, such as a poem or an address.

## References

- WCAG 2.2, 1.4.8 Visual Presentation (AAA)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.nesting import text_blocks
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


WIDTH = 600
MAX_LINES = 3
# A letter is about half as wide as the type is high.
LETTER = 0.5


def find(document: Document) -> Iterator[Defect]:
    """Find centred text of more than three lines."""
    for block in text_blocks(document):
        style = document.cascade.style(block)
        if style.align != "center" or not style.is_seen or block.find("br") is not None:
            continue
        if len(document.words(block)) * style.font_size * LETTER > MAX_LINES * WIDTH:
            yield Defect("Let long text begin at one edge: text-align:left (right, where it is written so).", block)


rule = Rule(__name__, Impact.MINOR, find, wcag=("1.4.8",))
