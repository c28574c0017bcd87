"""How much room words take, and how much they have: an estimate without fonts, as one line of a browser is.

An average letter of the fonts of emails is half as wide as it is high; where a figure is needed for a finding, the
callers leave a wide margin.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from newsletter.checks.lengths import read_length

if TYPE_CHECKING:
    from bs4 import Tag

    from newsletter.checks.cascade import Cascade
    from newsletter.checks.style import Style
    from newsletter.checks.stylesheets import View

LETTER_WIDTH = 0.45
# What browsers do where the line height is `normal`.
LINE_HEIGHT = 1.2
_VIEW_HEIGHT = 512.0


def line_height(style: Style) -> float:
    """Give the height of one line in CSS pixels."""
    return (style.line_ratio or LINE_HEIGHT) * style.font_size


def width_of(element: Tag, cascade: Cascade, view: View) -> float:
    """Give the width that an element has for its words at most, in CSS pixels."""
    outer = float(view.width)
    for box in reversed([element, *element.parents][:-1]):
        style = cascade.style(box)
        for name in ("width", "max-width"):
            length = _read(style.declared.get(name, ""), style, view, outer)
            outer = outer if length is None else min(outer, length)
    return outer


def height_of(style: Style, view: View) -> float | None:
    """Give the height that an element is held to, in CSS pixels; None where it grows with its words."""
    heights = [_read(style.declared.get(name, ""), style, view, None) for name in ("height", "max-height")]
    known = [height for height in heights if height is not None]
    return min(known) if known else None


def needed_height(words: str, style: Style, width: float) -> float:
    """Estimate the height that words need at least in a width, both in CSS pixels."""
    lines = max(1, math.ceil(needed_width(words, style) / max(width, 1.0)))
    return lines * line_height(style)


def needed_width(words: str, style: Style) -> float:
    """Estimate the width of words in one line, in CSS pixels."""
    width = len(words) * (style.font_size * LETTER_WIDTH + style.letter_spacing)
    return width if math.isfinite(width) else 0.0


def _read(value: str, style: Style, view: View, whole: float | None) -> float | None:
    value = value.strip().lower()
    for unit, side in (("vw", float(view.width)), ("vh", _VIEW_HEIGHT)):
        if value.endswith(unit):
            return read_length(value.removesuffix(unit) + "%", style.font_size, side)
    return read_length(value, style.font_size, whole)
