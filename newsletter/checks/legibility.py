"""Words that are seen, and how well: what the rules about colour and size share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.element import NavigableString

from newsletter.checks.colour import contrast
from newsletter.checks.rule import Defect
from newsletter.checks.whitespace import squeeze
from newsletter.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document
    from newsletter.checks.style import Style

MIN_CONTRAST, MIN_CONTRAST_LARGE = 4.5, 3.0
# Which may be disabled, and are then exempt; so may be what labels them.
CONTROLS = frozenset({"label", "button", "input", "select", "option", "textarea", "legend"})
WORD = re.compile(r"[^\W_]{2,}")


def has_words(element: Tag) -> bool:
    """Whether an element has words of its own, not only in elements inside it; one letter is a symbol."""
    own = (node for node in element.contents if type(node) is NavigableString and not node.isspace())
    return element.name not in CONTROLS and any(WORD.search(squeeze(text)) for text in own)


def is_readable(style: Style) -> bool:
    """Whether words in a style reach the minimum contrast (WCAG 2.2, 1.4.3)."""
    return contrast(style.text, style.behind) >= (MIN_CONTRAST_LARGE if style.is_large else MIN_CONTRAST)


def judge(document: Document, wanted: float, wanted_large: float) -> Iterator[Defect]:
    """Yield a defect for each element with words of its own whose colours are nearer than wanted, or may be."""
    for element in document.elements:
        if has_words(element) and document.is_exposed(element):
            style = document.cascade.style(element)
            if style.is_seen:
                yield from _judge_one(element, style, wanted_large if style.is_large else wanted)


def _judge_one(element: Tag, style: Style, wanted: float) -> Iterator[Defect]:
    if style.is_over_picture:
        message = "Words stand over a picture: look whether they can be read, and set a background colour too."
        yield Defect(message, element, Outcome.REVIEW)
        return
    words, behind = style.text, style.behind
    ratio = contrast(words, behind)
    if words.hex == behind.hex:
        message = (
            f"Words have the colour of what is behind them, {behind.hex}: hide them with display:none, or show them."
        )
        yield Defect(message, element, Outcome.REVIEW)
    elif ratio < wanted:
        # Shown with one decimal more than wanted, never rounded up to it.
        shown = int(ratio * 100) / 100
        yield Defect(f"{words.hex} on {behind.hex} has a contrast of {shown}:1; it needs {wanted}:1.", element)
