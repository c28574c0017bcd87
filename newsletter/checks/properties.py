"""What each CSS property does to a style under construction: one function for each, in one table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsletter.checks.colour import BLACK, TRANSPARENT
from newsletter.checks.lengths import read_length, read_number
from newsletter.checks.lettering import LETTERERS
from newsletter.checks.painting import PAINTERS
from newsletter.checks.style import MEDIUM, Style

if TYPE_CHECKING:
    from newsletter.checks.painting import Applier

    Said = dict[str, Any]

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
    "shadows",
)
_NO_BACKGROUND: dict[str, object] = {"background": TRANSPARENT, "has_picture": False, "gradient": ()}
_NO_FONT: dict[str, object] = {"font_size": MEDIUM, "font_weight": 400, "is_italic": False, "line_height": None}
# Property → what it sets, and to what `initial` brings it back.
RESETS: dict[str, dict[str, object]] = {
    "color": {"color": BLACK},
    "background": _NO_BACKGROUND,
    "background-color": {"background": TRANSPARENT},
    "background-image": {"has_picture": False, "gradient": ()},
    "text-shadow": {"shadows": ()},
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
_FAR_AWAY = 500.0


def _display(said: Said, _: Style, value: str) -> None:
    said.update(is_displayed=value.lower() != "none", display=value.lower())


def _visibility(said: Said, _: Style, value: str) -> None:
    said["is_visible"] = value.lower() not in {"hidden", "collapse"}


def _room(said: Said, _: Style, value: str) -> None:
    length = read_length(value, MEDIUM, 100.0)
    if length is not None and length <= 1:
        said["has_no_room"] = True


def _overflow(said: Said, _: Style, value: str) -> None:
    said["cuts_off"] = value.lower().startswith(("hidden", "clip"))


def _opacity(said: Said, _: Style, value: str) -> None:
    said["opacity"] = read_number(value, 1.0)


def _move(said: Said, _: Style, value: str) -> None:
    length = read_length(value, said["font_size"])
    said["is_offscreen"] = said.get("is_offscreen", False) or (length is not None and length <= -_FAR_AWAY)


def _clip(said: Said, _: Style, value: str) -> None:
    if re.fullmatch(r"rect\((?:0|1)(?:px)?(?:[,\s]+(?:0|1)(?:px)?){3}\)|inset\((?:50|100)%\)", value.lower()):
        said["is_offscreen"] = True


APPLIERS: dict[str, Applier] = {
    **PAINTERS,
    **LETTERERS,
    "display": _display,
    "visibility": _visibility,
    **dict.fromkeys(("height", "max-height", "width", "max-width"), _room),
    "overflow": _overflow,
    "opacity": _opacity,
    **dict.fromkeys(("top", "left", "text-indent", "margin-left"), _move),
    "clip": _clip,
    "clip-path": _clip,
}
