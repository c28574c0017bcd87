"""Words that stand out too little from what is behind them.

## Why it matters

People with low vision, on a dim phone or in the sun cannot read them.

## Fails

```html
<p style="color:#999999;background-color:#ffffff">Opening hours</p>
```

## Passes

```html
<p style="color:#595959;background-color:#ffffff">Opening hours</p>
```

## Silent

On words that nobody sees (hidden, of size 0 or 1, of no opacity, or cut off by a box without height, as preheaders
are), on single characters, which are symbols, and on form controls and their labels, which may be disabled. It asks for
a look (`review`) at words over a picture or a gradient without a colour of their own behind them, and at words of
exactly the colour behind them, which may be hidden on purpose.

## References

- WCAG 2.2, 1.4.3 Contrast (Minimum): 4.5:1, or 3:1 from 24 px, or from 18.66 px bold
- ACT afw4f7
- Email Markup Consortium, accessibility report: on 59% of emails in 2026
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.element import NavigableString

from newsletter.checks.colour import contrast
from newsletter.checks.document import squeeze
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


LARGE = 24.0
# Smaller is a way of hiding a preheader, as a box without height is.
MIN_SIZE = 2.0
LARGE_BOLD = 18.66
MIN_CONTRAST = 4.5
CONTROLS = frozenset({"label", "button", "input", "select", "option", "textarea", "legend"})
WORD = re.compile(r"[^\W_]{2,}")
MIN_CONTRAST_LARGE = 3.0


def find(document: Document) -> Iterator[Defect]:
    """Find elements with words of their own whose computed colours are too near."""
    for element in document.elements:
        if _has_words(element) and document.is_exposed(element):
            yield from _judge(document, element)


def _judge(document: Document, element: Tag) -> Iterator[Defect]:
    style = document.cascade.style(element)
    if style.font_size < MIN_SIZE or style.is_clipped or style.opacity == 0 or style.color.alpha == 0:
        return
    behind, is_picture = document.cascade.background_behind(element)
    if is_picture:
        message = "Words stand over a picture: look whether they can be read, and set a background colour too."
        yield Defect(message, element, Outcome.REVIEW)
        return
    colour = style.color.faded(style.opacity).over(behind)
    is_large = style.font_size >= LARGE or (style.is_bold and style.font_size >= LARGE_BOLD)
    wanted = MIN_CONTRAST_LARGE if is_large else MIN_CONTRAST
    ratio = contrast(colour, behind)
    if colour.hex == behind.hex:
        message = (
            f"Words have the colour of what is behind them, {behind.hex}: hide them with display:none, or show them."
        )
        yield Defect(message, element, Outcome.REVIEW)
        return
    # Shown with one decimal more than wanted, never rounded up to it.
    if ratio < wanted:
        shown = int(ratio * 100) / 100
        yield Defect(f"{colour.hex} on {behind.hex} has a contrast of {shown}:1; it needs {wanted}:1.", element)


def _has_words(element: Tag) -> bool:
    own = (node for node in element.contents if type(node) is NavigableString and not node.isspace())
    return element.name not in CONTROLS and any(WORD.search(squeeze(text)) for text in own)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.4.3",), act=("afw4f7",))
