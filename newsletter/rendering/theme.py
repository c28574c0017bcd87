"""theme.toml → Theme: the colours, letters and shapes of a layout, each value checked where it was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import msgspec

from newsletter.errors import LayoutError
from newsletter.fields import FieldError, line_of, read_fields
from newsletter.rendering.pairs import find_faulty_pairs
from newsletter.suggestions import suggest
from newsletter.texts import read_toml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# How wide a letter may be on a desktop, in CSS pixels.
WIDTHS = (400, 800)
_SIX_DIGITS = "^#[0-9a-fA-F]{6}$"
_FAMILY = "^[A-Za-z0-9 ,-]+$"
_ADDRESS = "^(https://[A-Za-z0-9._~:/?#@!$&()*+,;=%-]+)?$"
_HINTS = {
    _SIX_DIGITS: "Write a colour with six digits, as in #1b5e66: Outlook reads no other form.",
    _FAMILY: "Write names of fonts with commas between them and no quotes, as in Georgia, Times New Roman, serif.",
    _ADDRESS: "Write an address on the web, as in https://www.example.org/logo.png.",
}

_SOCIAL_HINT = "Write an address on the web, as in https://social.example.org/@name."

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

    width: Annotated[int, msgspec.Meta(ge=WIDTHS[0], le=WIDTHS[1])]
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
        self.texts[file], document = read_toml(file, LayoutError)
        for section, values in document.items():
            if section not in self.merged or not isinstance(values, dict):
                raise self._section_error(section, file)
            self.merged[section].update(values)
            self.origins.update({(section, name): file for name in values})

    def _section_error(self, section: str, file: Path) -> LayoutError:
        text = self.texts[file]
        line = line_of(text, section) or line_of(text, section, section)
        if section in self.merged:
            hint = f"Write [{section}] on a line of its own, and its values on the lines below."
            return LayoutError(f"“{section}” is a section.", hint=hint, file=file, line=line)
        inside = [name for name, kind in SECTIONS.items() if section in kind.__struct_fields__]
        hint = f"Put “{section}” below [{inside[0]}]." if inside else suggest(section, self.merged)
        return LayoutError(f"A theme has no section [{section}].", hint=hint, file=file, line=line)

    def error(self, section: str, fields: Sequence[str], message: str, hint: str) -> LayoutError:
        """Make an error that names the file and line of the field that was set last."""
        order = list(self.texts)
        known = [(self.origins[section, field], field) for field in fields if (section, field) in self.origins]
        file, field = max(known, key=lambda it: order.index(it[0]), default=(order[0], fields[0]))
        line = line_of(self.texts[file], field, section)
        return LayoutError(f"In [{section}]: {message}.", hint=hint, file=file, line=line)


def read_theme(files: Sequence[Path]) -> Theme:
    """Merge those theme files that exist, the general one first.

    Raises LayoutError with file and line for what cannot be used.
    """
    sources = _Sources([file for file in files if file.exists()])
    sections: dict[str, msgspec.Struct] = {}
    for name, kind in SECTIONS.items():
        try:
            sections[name] = read_fields(sources.merged[name], kind)
        except FieldError as error:
            value = sources.merged[name].get(error.field)
            raise sources.error(name, [error.field], *_plain(error, value)) from error
    social = {str(name): str(address) for name, address in sources.merged["social"].items()}
    for name, address in social.items():
        if not name.strip():
            raise sources.error("social", [name], "a link has no words", 'Write words = "https://…".')
        if not address or not re.match(_ADDRESS, address):
            raise sources.error("social", [name], f"“{address}” is no address on the web", _SOCIAL_HINT)
    theme = msgspec.convert({**sections, "social": social}, Theme, from_attributes=True)
    for mode, pair, message, hint in find_faulty_pairs(theme):
        raise sources.error(mode, pair, message, hint)
    return theme


def _plain(error: FieldError, value: object) -> tuple[str, str]:
    """Say what a pattern or a limit wants in words."""
    for pattern, hint in _HINTS.items():
        if pattern in error.message:
            return f"{error.field} = “{value}” cannot be used", hint
    limit = re.search(r"(>=|<=) ([\d.]+)", error.message)
    if limit:
        words = "at least" if limit[1] == ">=" else "at most"
        most = limit[2].rstrip("0").rstrip(".") if "." in limit[2] else limit[2]
        return f"“{error.field}” must be {words} {most}", _hint_for_number(error.field)
    return error.message, error.hint


def _hint_for_number(field: str) -> str:
    if field == "line_height":
        return "It is how many times the height of the letters lines are apart, as in 1.6."
    return "Sizes are in CSS pixels, without a unit."
