"""What the CSS properties of colours and backgrounds do to a style under construction: one function for each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsletter.checks.colour import TRANSPARENT, Colour, parse_colour
from newsletter.checks.lengths import read_length
from newsletter.checks.style import Shadow, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Said = dict[str, Any]
    Applier = Callable[[Said, Style, str], None]

_GRADIENT = re.compile(r"[\w-]*gradient\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)", re.IGNORECASE)
# A word, or a function with what it holds.
_PIECE = re.compile(r"[\w#.%+-]+(?:\((?:[^()]|\([^()]*\))*\))?")
_COMMA = re.compile(r",(?![^(]*\))")


def _color(said: Said, parent: Style, value: str) -> None:
    colour = parent.color if value.lower() == "currentcolor" else parse_colour(value)
    if colour:
        said.update(color=colour, has_colour=True)


def _background_color(said: Said, _: Style, value: str) -> None:
    if colour := _read_colour(said, value):
        said.update(background=colour, has_background=colour.alpha > 0)


def _background(said: Said, _: Style, value: str) -> None:
    colour = next((colour for piece in _pieces(value) if (colour := _read_colour(said, piece))), None)
    if colour is None and "var(" in value:
        return
    _background_image(said, _, value)
    said.update(background=colour or TRANSPARENT, has_background=colour is not None and colour.alpha > 0)


def _background_image(said: Said, _: Style, value: str) -> None:
    said["has_picture"] = bool(re.search(r"url\(|image-set\(", value, re.IGNORECASE))
    found = _GRADIENT.search(value)
    said["gradient"] = tuple(_stops(said, found[1])) if found else ()


def _text_shadow(said: Said, _: Style, value: str) -> None:
    said["shadows"] = tuple(shadow for it in _COMMA.split(value) if (shadow := _read_shadow(said, it)))


def _read_shadow(said: Said, value: str) -> Shadow | None:
    pieces = _PIECE.findall(value)
    lengths = [length for it in pieces if (length := read_length(it, said["font_size"])) is not None]
    colour = next((it for piece in pieces if (it := _read_colour(said, piece))), said["color"])
    return Shadow(lengths[0], lengths[1], [*lengths, 0.0][2], colour) if len(lengths) > 1 else None


def _stops(said: Said, arguments: str) -> Iterator[Colour]:
    """Yield the colours of a gradient; its other arguments say where they stand."""
    for argument in _COMMA.split(arguments):
        piece = _PIECE.match(argument.strip())
        if piece and (colour := _read_colour(said, piece[0])):
            yield colour


def _read_colour(said: Said, value: str) -> Colour | None:
    if value.lower() == "currentcolor":
        colour: Colour = said["color"]
        return replace(colour)
    return parse_colour(value)


def _pieces(value: str) -> Iterator[str]:
    """Split a shorthand at spaces outside brackets; addresses and gradients hold no colours of the layer below."""
    bare = re.sub(r"url\([^)]*\)", " ", value, flags=re.IGNORECASE)
    yield from _PIECE.findall(_GRADIENT.sub(" ", bare))


PAINTERS: dict[str, Applier] = {
    "color": _color,
    "background-color": _background_color,
    "background": _background,
    "background-image": _background_image,
    "text-shadow": _text_shadow,
}
