"""Lines that stand close to each other.

## Why it matters

With dyslexia or low vision the eye slips into the next line. From 1.5 on it finds its way.

## Fails

```html
<p style="font-size:16px;line-height:1.1">We open the house from ten to four. There will be tea, and at noon we walk
slowly through the garden.</p>
```

## Passes

```html
<p style="font-size:16px;line-height:1.5">We open the house from ten to four. There will be tea, and at noon we walk
slowly through the garden.</p>
```

## Silent

On text of fewer than 20 words, which has few lines, and where no line height is stated: there the reader’s program
decides.

## References

- WCAG 2.2, 1.4.8 Visual Presentation (AAA): at least 1.5; below 1.4 it is found here
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.nesting import text_blocks
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MIN_WORDS = 20
MIN_RATIO = 1.4


def find(document: Document) -> Iterator[Defect]:
    """Find running text whose lines are nearer than 1.4 times its size."""
    for block in text_blocks(document):
        style = document.cascade.style(block)
        ratio = style.line_ratio
        if ratio is None or ratio > MIN_RATIO - 0.005 or len(document.words(block).split()) < MIN_WORDS:
            continue
        if style.is_seen:
            yield Defect(f"The line height is {ratio:.2g} times the size: make it 1.5.", block)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.4.8",))
