"""What elements look like without CSS: what browsers do (HTML, section 15), and what old attributes say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsletter.checks.colour import LINK, Colour, parse_legacy_colour
from newsletter.checks.recalling import LONGEST
from newsletter.checks.style import BOLD_WEIGHT

if TYPE_CHECKING:
    from bs4 import Tag

    from newsletter.checks.style import Style

HEADINGS = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h4": 1.0, "h5": 0.83, "h6": 0.67}
_FONT_SIZES = {"1": 10, "2": 13, "3": 16, "4": 18, "5": 24, "6": 32, "7": 48}
_BOLD = frozenset({"b", "strong", "th", *HEADINGS})
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var", "address"})
_UNDERLINED = frozenset({"u", "ins"})
_GONE = frozenset({"head", "script", "style", "template", "title", "datalist", "param", "dialog"})
BLOCKS_WORDS = (
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary ul"
)
BLOCKS = frozenset(BLOCKS_WORDS.split())
_TABLE = {"table": "table", "tr": "table-row", "td": "table-cell", "th": "table-cell", "caption": "table-caption"}
_CENTRED = frozenset({"center", "caption", "th"})
_ALIGNS = frozenset({"left", "right", "center", "justify"})
_DECIDING = ("style", "bgcolor", "background", "color", "text", "size", "align")


class Bare(NamedTuple):
    """What of an element decides its style, beside its parent's and the rules that match it: name and attributes."""

    name: str
    is_hidden: bool
    has_href: bool
    style: str | None
    bgcolor: str | None
    background: str | None
    color: str | None
    text: str | None
    size: str | None
    align: str | None

    @property
    def is_long(self) -> bool:
        """Whether it holds more than is worth remembering, such as a picture."""
        return len(self.style or "") > LONGEST or len(self.background or "") > LONGEST


def bare(element: Tag) -> Bare:
    """Read what decides an element's style."""
    attributes = element.attrs
    return Bare(element.name, "hidden" in attributes, "href" in attributes, *map(attributes.get, _DECIDING))  # type: ignore[arg-type]  # only class and a few others are lists


def start(element: Bare, inherited: dict[str, object], parent: Style, link: Colour | None) -> dict[str, object]:
    """Add to what is inherited what the element's name and attributes say; these lose to every declaration."""
    name, said = element.name, inherited
    if name in HEADINGS:
        said["font_size"] = parent.font_size * HEADINGS[name]
    if name in _BOLD:
        said["font_weight"] = BOLD_WEIGHT
    if name in _ITALIC:
        said["is_italic"] = True
    if name in {"small", "big"}:
        said["font_size"] = parent.font_size / 1.2 if name == "small" else parent.font_size * 1.2
    if name == "a" and element.has_href:
        said.update(color=link or LINK, is_underlined=True, has_colour=link is not None)
    if name in _UNDERLINED:
        said["is_underlined"] = True
    if element.is_hidden or name in _GONE:
        said["is_displayed"] = False
    if name in _CENTRED:
        said["align"] = "center"
    said["display"] = "block" if name in BLOCKS else _TABLE.get(name, "inline")
    _read_attributes(element, said)
    return said


def _read_attributes(element: Bare, said: dict[str, object]) -> None:
    if colour := parse_legacy_colour(element.bgcolor or ""):
        said.update(background=colour, has_background=True)
    if element.background:
        said["has_picture"] = True
    words = {"font": element.color, "body": element.text}.get(element.name)
    if colour := parse_legacy_colour(words or ""):
        said.update(color=colour, has_colour=True)
    if element.name == "font" and (size := _FONT_SIZES.get(element.size or "")):
        said["font_size"] = float(size)
    align = (element.align or "").lower()
    if align in _ALIGNS and element.name not in {"table", "img"}:
        said["align"] = align
