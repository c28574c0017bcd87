"""What the CSS properties of letters and lines do to a style under construction: one function for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.lengths import read_font_size, read_length
from newsletter.checks.style import BOLD_WEIGHT, Style

if TYPE_CHECKING:
    from newsletter.checks.painting import Applier, Said

_SHORTHAND_SIZE = re.compile(
    r"(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%)|(?:x+-)?(?:small|large)|medium)(?:\s*/\s*(\S+))?", re.ASCII
)
_SHORTHAND_WEIGHT = re.compile(r"(?<!\S)(bold|bolder|lighter|[1-9]00)(?!\S)", re.ASCII)


def _font(said: Said, parent: Style, value: str) -> None:
    lower = value.lower()
    weight, size = _SHORTHAND_WEIGHT.search(lower), _SHORTHAND_SIZE.search(lower)
    said["font_weight"] = _weight(weight[1], parent) if weight else 400
    said["is_italic"] = "italic" in lower or "oblique" in lower
    if size:
        said["font_size"] = read_font_size(size[1], parent.font_size, said["font_size"])
        said["line_height"] = None
        if size[2]:
            _line_height(said, parent, size[2])


def _font_size(said: Said, parent: Style, value: str) -> None:
    said["font_size"] = read_font_size(value, parent.font_size, said["font_size"])


def _font_weight(said: Said, parent: Style, value: str) -> None:
    said["font_weight"] = _weight(value.lower(), parent)


def _font_style(said: Said, _: Style, value: str) -> None:
    said["is_italic"] = value.lower().startswith(("italic", "oblique"))


def _text_decoration(said: Said, _: Style, value: str) -> None:
    said["is_underlined"] = "underline" in value.lower()


def _align(said: Said, _: Style, value: str) -> None:
    said["align"] = value.lower()


def _transform(said: Said, _: Style, value: str) -> None:
    said["transform"] = value.lower()


def _line_height(said: Said, _: Style, value: str) -> None:
    """Keep pixels; a plain number is a multiple of the font size, and is inherited as such (negative here)."""
    if value.lower() == "normal":
        said["line_height"] = None
    elif re.fullmatch(r"\d*\.?\d+", value, re.ASCII):
        said["line_height"] = -float(value)
    elif (length := read_length(value, said["font_size"], said["font_size"])) is not None:
        said["line_height"] = length


def _letter_spacing(said: Said, _: Style, value: str) -> None:
    length = 0.0 if value.lower() == "normal" else read_length(value, said["font_size"])
    said["letter_spacing"] = said["letter_spacing"] if length is None else length


def _word_spacing(said: Said, _: Style, value: str) -> None:
    length = 0.0 if value.lower() == "normal" else read_length(value, said["font_size"])
    said["word_spacing"] = said["word_spacing"] if length is None else length


def _weight(value: str, parent: Style) -> int:
    words = {"normal": 400, "bold": 700, "bolder": max(parent.font_weight, BOLD_WEIGHT), "lighter": 400}
    return int(value) if re.fullmatch(r"[0-9]{1,4}", value) else words.get(value, parent.font_weight)


LETTERERS: dict[str, Applier] = {
    "font": _font,
    "font-size": _font_size,
    "font-weight": _font_weight,
    "font-style": _font_style,
    "text-decoration": _text_decoration,
    "text-decoration-line": _text_decoration,
    "text-align": _align,
    "text-transform": _transform,
    "line-height": _line_height,
    "letter-spacing": _letter_spacing,
    "word-spacing": _word_spacing,
}
