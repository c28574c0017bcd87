"""What each CSS property does to a style under construction: one function for each, in one table."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsletter.checks.colour import BLACK, TRANSPARENT, Colour, parse_colour
from newsletter.checks.lengths import read_font_size, read_length, read_number
from newsletter.checks.style import BOLD_WEIGHT, MEDIUM, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Said = dict[str, Any]
    Applier = Callable[[Said, Style, str], None]

INHERITED = (
    "color",
    "font_size",
    "font_weight",
    "is_italic",
    "is_visible",
    "align",
    "transform",
    "line_height",
    "letter_spacing",
    "word_spacing",
    "has_colour",
)
_NO_BACKGROUND: dict[str, object] = {"background": TRANSPARENT, "has_picture": False}
_NO_FONT: dict[str, object] = {"font_size": MEDIUM, "font_weight": 400, "is_italic": False, "line_height": None}
# Property → what it sets, and to what `initial` brings it back.
RESETS: dict[str, dict[str, object]] = {
    "color": {"color": BLACK},
    "background": _NO_BACKGROUND,
    "background-color": {"background": TRANSPARENT},
    "background-image": {"has_picture": False},
    "font": _NO_FONT,
    "font-size": {"font_size": MEDIUM},
    "font-weight": {"font_weight": 400},
    "font-style": {"is_italic": False},
    "text-decoration": {"is_underlined": False},
    "text-decoration-line": {"is_underlined": False},
    "display": {"is_displayed": True, "display": "inline"},
    "visibility": {"is_visible": True},
    "opacity": {"opacity": 1.0},
    "text-align": {"align": "start"},
    "text-transform": {"transform": "none"},
    "line-height": {"line_height": None},
    "letter-spacing": {"letter_spacing": 0.0},
    "word-spacing": {"word_spacing": 0.0},
}
_SHORTHAND_SIZE = re.compile(
    r"(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%)|(?:x+-)?(?:small|large)|medium)(?:\s*/\s*(\S+))?", re.ASCII
)
_SHORTHAND_WEIGHT = re.compile(r"(?<!\S)(bold|bolder|lighter|[1-9]00)(?!\S)", re.ASCII)
_FAR_AWAY = 500.0


def _color(said: Said, parent: Style, value: str) -> None:
    colour = parent.color if value.lower() == "currentcolor" else parse_colour(value)
    if colour:
        said.update(color=colour, has_colour=True)


def _background_color(said: Said, _: Style, value: str) -> None:
    if colour := _read_colour(said, value):
        said.update(background=colour, has_background=colour.alpha > 0)


def _background(said: Said, _: Style, value: str) -> None:
    has_picture = _has_picture(value)
    colour = next((colour for piece in _pieces(value) if (colour := _read_colour(said, piece))), None)
    if colour is None and "var(" in value:
        return
    said.update(has_picture=has_picture, background=colour or TRANSPARENT)
    said["has_background"] = colour is not None and colour.alpha > 0


def _background_image(said: Said, _: Style, value: str) -> None:
    said["has_picture"] = _has_picture(value)


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


def _display(said: Said, _: Style, value: str) -> None:
    said.update(is_displayed=value.lower() != "none", display=value.lower())


def _visibility(said: Said, _: Style, value: str) -> None:
    said["is_visible"] = value.lower() not in {"hidden", "collapse"}


def _room(said: Said, _: Style, value: str) -> None:
    if read_length(value, MEDIUM, 100.0) == 0:
        said["has_no_room"] = True


def _overflow(said: Said, _: Style, value: str) -> None:
    said["cuts_off"] = value.lower().startswith(("hidden", "clip"))


def _opacity(said: Said, _: Style, value: str) -> None:
    said["opacity"] = read_number(value, 1.0)


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


def _move(said: Said, _: Style, value: str) -> None:
    length = read_length(value, said["font_size"])
    said["is_offscreen"] = said.get("is_offscreen", False) or (length is not None and length <= -_FAR_AWAY)


def _clip(said: Said, _: Style, value: str) -> None:
    if re.fullmatch(r"rect\((?:0|1)(?:px)?(?:[,\s]+(?:0|1)(?:px)?){3}\)|inset\((?:50|100)%\)", value.lower()):
        said["is_offscreen"] = True


def _weight(value: str, parent: Style) -> int:
    words = {"normal": 400, "bold": 700, "bolder": max(parent.font_weight, BOLD_WEIGHT), "lighter": 400}
    return int(value) if re.fullmatch(r"[0-9]{1,4}", value) else words.get(value, parent.font_weight)


def _read_colour(said: Said, value: str) -> Colour | None:
    if value.lower() == "currentcolor":
        colour: Colour = said["color"]
        return replace(colour)
    return parse_colour(value)


def _has_picture(value: str) -> bool:
    return bool(re.search(r"url\(|gradient\(|image-set\(", value, re.IGNORECASE))


def _pieces(value: str) -> Iterator[str]:
    """Split a shorthand at spaces outside brackets; addresses and gradients hold no colours of the layer below."""
    bare = re.sub(r"url\([^)]*\)", " ", value, flags=re.IGNORECASE)
    bare = re.sub(r"[\w-]*gradient\((?:[^()]|\([^()]*\))*\)", " ", bare, flags=re.IGNORECASE)
    yield from re.findall(r"[\w#-]+(?:\([^()]*\))?", bare)


APPLIERS: dict[str, Applier] = {
    "color": _color,
    "background-color": _background_color,
    "background": _background,
    "background-image": _background_image,
    "font": _font,
    "font-size": _font_size,
    "font-weight": _font_weight,
    "font-style": _font_style,
    "text-decoration": _text_decoration,
    "text-decoration-line": _text_decoration,
    "display": _display,
    "visibility": _visibility,
    **dict.fromkeys(("height", "max-height", "width", "max-width"), _room),
    "overflow": _overflow,
    "opacity": _opacity,
    "text-align": _align,
    "text-transform": _transform,
    "line-height": _line_height,
    "letter-spacing": _letter_spacing,
    "word-spacing": _word_spacing,
    **dict.fromkeys(("top", "left", "text-indent", "margin-left"), _move),
    "clip": _clip,
    "clip-path": _clip,
}
