"""Sizes as CSS writes them → pixels."""

from __future__ import annotations

import math
import re

from newsletter.checks.style import MEDIUM

_SIZES = {"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32}
_PIXELS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "rem": MEDIUM}
_LENGTH = re.compile(r"([+-]?\d*\.?\d+)(px|pt|pc|in|cm|mm|rem|em|ex|ch|%)?", re.ASCII)


def read_length(value: str, font_size: float, whole: float | None = None) -> float | None:
    """Compute a length in pixels; `whole` is what % is of. None where it is none."""
    found = _LENGTH.fullmatch(value.strip().lower())
    if not found:
        return None
    number, unit = float(found[1]), found[2]
    if unit is None:
        pixels = 0.0 if number == 0 else None
    elif unit == "%":
        pixels = None if whole is None else number * whole / 100
    else:
        pixels = number * (_PIXELS.get(unit) or (font_size if unit == "em" else font_size / 2))
    return pixels if pixels is None or math.isfinite(pixels) else None


def read_font_size(value: str, parent: float, default: float) -> float:
    """Compute a font size in pixels from the parent's; `default` where it is none."""
    value = value.strip().lower()
    if value in _SIZES:
        return float(_SIZES[value])
    if value in {"smaller", "larger"}:
        return parent / 1.2 if value == "smaller" else parent * 1.2
    size = read_length(value, parent, parent)
    return default if size is None or size < 0 else size


def read_number(value: str, default: float) -> float:
    """Read a number or a percentage, from 0 to 1."""
    try:
        number = float(value.removesuffix("%"))
    except ValueError:
        return default
    if not math.isfinite(number):
        return default
    return min(max(number / 100 if value.endswith("%") else number, 0.0), 1.0)
