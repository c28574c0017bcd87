"""theme.toml → Theme: the colours, letters and shapes of a layout, each value checked where it was written."""

from __future__ import annotations

import functools
import re
import tomllib
from typing import TYPE_CHECKING, Annotated

import msgspec

from newsletter.errors import LayoutError
from newsletter.fields import FieldError, line_of, read_fields
from newsletter.rendering.pairs import find_faulty_pairs
from newsletter.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SIX_DIGITS = "^#[0-9a-fA-F]{6}$"
_FAMILY = "^[A-Za-z0-9 ,-]+$"
_ADDRESS = "^(https://[A-Za-z0-9._~:/?#@!$&()*+,;=%-]+)?$"
_HINTS = {
    _SIX_DIGITS: "Write a colour with six digits, as in #1b5e66: Outlook reads no other form.",
    _FAMILY: "Write names of fonts with commas between them and no quotes, as in Georgia, Times New Roman, serif.",
    _ADDRESS: "Write an address on the web, as in https://www.example.org/logo.png.",
}

Colour = Annotated[str, msgspec.Meta(pattern=_SIX_DIGITS)]
Family = Annotated[str, msgspec.Meta(pattern=_FAMILY)]
Address = Annotated[str, msgspec.Meta(pattern=_ADDRESS)]


class Colours(msgspec.Struct, frozen=True, kw_only=True):
    """The colours of one mode, light or dark."""

    background: Colour
    paper: Colour
    text: Colour
    heading: Colour
    muted: Colour
    link: Colour
    line: Colour
    callout: Colour
    button: Colour
    button_text: Colour


class Type(msgspec.Struct, frozen=True, kw_only=True):
    """Letters; sizes are CSS pixels at the reader's usual size, and grow with it."""

    family: Family
    code_family: Family
    size: Annotated[int, msgspec.Meta(ge=16, le=32)]
    small: Annotated[int, msgspec.Meta(ge=14, le=32)]
    line_height: Annotated[float, msgspec.Meta(ge=1.5, le=2.5)]


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """The width of the letter on a desktop, and how round its corners are, in CSS pixels."""

    width: Annotated[int, msgspec.Meta(ge=400, le=800)]
    radius: Annotated[int, msgspec.Meta(ge=0, le=32)]


class Logo(msgspec.Struct, frozen=True, kw_only=True):
    """A picture above the title: its address on the web, and its size in CSS pixels."""

    source: Address
    width: Annotated[int, msgspec.Meta(ge=24, le=400)]
    height: Annotated[int, msgspec.Meta(ge=24, le=400)]


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """A layout's theme; `social` maps the words of a link in the footer to its address."""

    light: Colours
    dark: Colours
    type: Type
    shape: Shape
    logo: Logo
    social: dict[str, str]


SECTIONS: dict[str, type[msgspec.Struct]] = {
    "light": Colours,
    "dark": Colours,
    "type": Type,
    "shape": Shape,
    "logo": Logo,
}


class _Sources:
    """Which file said what: a later file's value wins."""

    def __init__(self, files: Sequence[Path]) -> None:
        self.merged: dict[str, dict[str, object]] = {name: {} for name in (*SECTIONS, "social")}
        self.texts: dict[Path, str] = {}
        self.origins: dict[tuple[str, str], Path] = {}
        for file in files:
            self._read(file)

    def _read(self, file: Path) -> None:
        document = read_toml(file)
        self.texts[file] = file.read_text(encoding="utf-8") if document else ""
        for section, values in document.items():
            if section not in self.merged or not isinstance(values, dict):
                line = line_of(self.texts[file], section) or line_of(self.texts[file], section, section)
                hint = suggest(section, self.merged)
                raise LayoutError(f"A theme has no section [{section}].", hint=hint, file=file, line=line)
            self.merged[section].update(values)
            self.origins.update({(section, name): file for name in values})

    def error(self, section: str, fields: Sequence[str], message: str, hint: str) -> LayoutError:
        """Make an error that names the file and line of the field that was set last."""
        order = list(self.texts)
        known = [(self.origins[section, field], field) for field in fields if (section, field) in self.origins]
        file, field = max(known, key=lambda it: order.index(it[0]), default=(order[0], fields[0]))
        line = line_of(self.texts[file], field, section)
        return LayoutError(f"In [{section}]: {message}.", hint=hint, file=file, line=line)


def read_theme(files: Sequence[Path]) -> Theme:
    """Merge theme files, the general one first. Raises LayoutError with file and line for what cannot be used."""
    sources = _Sources(files)
    sections: dict[str, msgspec.Struct] = {}
    for name, kind in SECTIONS.items():
        try:
            sections[name] = read_fields(sources.merged[name], kind)
        except FieldError as error:
            raise sources.error(name, [error.field], *_plain(error)) from error
    social = {str(name): str(address) for name, address in sources.merged["social"].items()}
    for name, address in social.items():
        if not address or not re.match(_ADDRESS, address):
            raise sources.error("social", [name], f"“{address}” is no address on the web", _HINTS[_ADDRESS])
    theme = msgspec.convert({**sections, "social": social}, Theme, from_attributes=True)
    for mode, pair, message, hint in find_faulty_pairs(theme):
        raise sources.error(mode, pair, message, hint)
    return theme


def _plain(error: FieldError) -> tuple[str, str]:
    """Say what a pattern or a limit wants in words."""
    for pattern, hint in _HINTS.items():
        if pattern in error.message:
            return f"“{error.field}” cannot be used", hint
    limit = re.search(r"(>=|<=) ([\d.]+)", error.message)
    if limit:
        words = "at least" if limit[1] == ">=" else "at most"
        return f"“{error.field}” must be {words} {limit[2].rstrip('.')}", "Sizes are in CSS pixels, without a unit."
    return error.message, error.hint


def read_toml(file: Path) -> dict[str, object]:
    """Read a TOML file of a layout; empty where there is none. Raises LayoutError where it is not TOML."""
    if not file.is_file():
        return {}
    try:
        return _parse(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        hint = "See https://toml.io for the format."
        raise LayoutError(f"This is not TOML: {error}.", hint=hint, file=file) from error


# The issues of a newsletter share their layouts.
@functools.lru_cache(maxsize=64)
def _parse(text: str) -> dict[str, object]:
    return tomllib.loads(text)
