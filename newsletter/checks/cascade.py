"""Computed styles, as far as email needs them: colours, backgrounds, sizes, weight, decoration, visibility.

From style elements, style attributes, presentational attributes and what browsers do by default, in the order of CSS
Cascade 4. One view is computed: light, on a wide screen.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsletter.checks.colour import BLACK, LINK, TRANSPARENT, WHITE, Colour, parse_colour, parse_legacy_colour
from newsletter.checks.stylesheets import Declaration, match_styles, read_inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bs4 import BeautifulSoup, Tag

MEDIUM = 16.0
_HEADINGS = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h4": 1.0, "h5": 0.83, "h6": 0.67}
_SIZES = {"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32}
_FONT_SIZES = {"1": 10, "2": 13, "3": 16, "4": 18, "5": 24, "6": 32, "7": 48}
_PIXELS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
_BOLD = frozenset({"b", "strong", "th", *_HEADINGS})
_SHORTHAND_SIZE = re.compile(r"(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%))")
BOLD_WEIGHT = 700
# What of an element, beside its name and the rules that match it, decides its style.
_ATTRIBUTES = ("style", "bgcolor", "background", "color", "text", "size")


@dataclass(frozen=True, slots=True)
class Style:
    """The computed style of one element. Sizes are CSS pixels.

    `background` is its own; `behind` is what words in it stand on, `is_over_picture` whether a picture lies above that.
    `is_clipped`: it, or what is around it, has no height or no width and cuts off what does not fit.
    """

    color: Colour = BLACK
    background: Colour = TRANSPARENT
    has_picture: bool = False
    font_size: float = MEDIUM
    font_weight: int = 400
    is_underlined: bool = False
    is_displayed: bool = True
    is_visible: bool = True
    opacity: float = 1.0
    has_no_room: bool = False
    cuts_off: bool = False
    is_clipped: bool = False
    behind: Colour = WHITE
    is_over_picture: bool = False

    @property
    def is_bold(self) -> bool:
        """Whether WCAG counts the words as bold."""
        return self.font_weight >= BOLD_WEIGHT


class Cascade:
    """Computes all styles of a document once, parents before children."""

    def __init__(self, soup: BeautifulSoup, elements: Sequence[Tag]) -> None:
        """Match the style elements, then compute each element's style from its parent's."""
        matched = match_styles(soup, elements)
        self._link = _body_link(soup)
        self._styles: dict[int, Style] = {}
        # An email repeats its cells and paragraphs: what was computed once for a parent's style is not computed again.
        known: dict[tuple[object, ...], Style] = {}
        initial = Style()
        for element in elements:
            parent = self._styles.get(id(element.parent), initial)
            groups = matched.get(id(element), ())
            key = (id(parent), *_deciding(element), *map(id, groups))
            if (style := known.get(key)) is None:
                rules = [*groups, read_inline(str(element.get("style") or ""))]
                style = known[key] = self._compute(element, parent, [it for group in rules for it in group])
            self._styles[id(element)] = style

    def style(self, element: Tag) -> Style:
        """Give the computed style of an element."""
        return self._styles[id(element)]

    def background_behind(self, element: Tag) -> tuple[Colour, bool]:
        """Say what lies behind the words of an element: a colour, and whether a picture lies above it."""
        style = self._styles[id(element)]
        return style.behind, style.is_over_picture

    def _compute(self, element: Tag, parent: Style, declarations: Sequence[Declaration]) -> Style:
        style = self._by_default(element, parent)
        winners: dict[str, Declaration] = {}
        for declaration in declarations:
            known = winners.get(declaration.name)
            if known is None or declaration.rank >= known.rank:
                winners[declaration.name] = declaration
        for declaration in sorted(winners.values(), key=lambda winner: winner.rank):
            style = _apply(style, parent, declaration.name, declaration.value)
        return _lay(style, parent)

    def _by_default(self, element: Tag, parent: Style) -> Style:
        """Start from what is inherited, what browsers do (HTML, section 15), and what old attributes say."""
        name = element.name
        style = Style(
            color=parent.color,
            font_size=parent.font_size,
            font_weight=parent.font_weight,
            is_underlined=parent.is_underlined,
            is_visible=parent.is_visible,
            opacity=parent.opacity,
            is_clipped=parent.is_clipped,
        )
        if name in _HEADINGS:
            style = replace(style, font_size=parent.font_size * _HEADINGS[name])
        if name in _BOLD:
            style = replace(style, font_weight=BOLD_WEIGHT)
        if name == "small":
            style = replace(style, font_size=parent.font_size / 1.2)
        if name == "a" and element.has_attr("href"):
            style = replace(style, color=self._link, is_underlined=True)
        if name == "u":
            style = replace(style, is_underlined=True)
        if element.has_attr("hidden") or name in {"head", "script", "style", "template", "title"}:
            style = replace(style, is_displayed=False)
        return _by_attributes(element, style)


def _by_attributes(element: Tag, style: Style) -> Style:
    """Read bgcolor, background, text and <font>, which lose to every declaration."""
    if colour := parse_legacy_colour(str(element.get("bgcolor") or "")):
        style = replace(style, background=colour)
    if element.get("background"):
        style = replace(style, has_picture=True)
    said = element.get("color") if element.name == "font" else element.get("text") if element.name == "body" else ""
    if colour := parse_legacy_colour(str(said or "")):
        style = replace(style, color=colour)
    if element.name == "font" and (size := _FONT_SIZES.get(str(element.get("size") or ""))):
        style = replace(style, font_size=float(size))
    return style


def _apply(style: Style, parent: Style, name: str, value: str) -> Style:
    """Let one declaration take effect."""
    lower = value.lower()
    match name:
        case "color":
            colour = parent.color if lower in {"inherit", "unset"} else parse_colour(value)
            return replace(style, color=colour) if colour else style
        case "background-color":
            colour = style.color if lower == "currentcolor" else parse_colour(value)
            return replace(style, background=colour) if colour else style
        case "background" | "background-image":
            return _apply_background(style, value, is_shorthand=name == "background")
        case "font-size":
            return replace(style, font_size=_length(lower, parent.font_size, style.font_size))
        case "font":
            size = _SHORTHAND_SIZE.search(lower)
            weight = re.match(r"(bold|[1-9]00)\b", lower)
            style = replace(style, font_weight=_weight(weight[1], parent) if weight else 400)
            return replace(style, font_size=_length(size[1], parent.font_size, style.font_size)) if size else style
        case "font-weight":
            return replace(style, font_weight=_weight(lower, parent))
        case "text-decoration" | "text-decoration-line":
            return replace(style, is_underlined="underline" in lower)
        case "display":
            return replace(style, is_displayed=lower != "none")
        case "visibility":
            return replace(style, is_visible=lower not in {"hidden", "collapse"})
        case "height" | "max-height" | "width" | "max-width":
            return replace(style, has_no_room=style.has_no_room or _number(lower.rstrip("%pxemt"), 1.0) == 0)
        case "overflow":
            return replace(style, cuts_off=lower.startswith(("hidden", "clip")))
        case "opacity":
            return replace(style, opacity=parent.opacity * _number(lower, 1.0))
    return style


def _apply_background(style: Style, value: str, *, is_shorthand: bool) -> Style:
    has_picture = bool(re.search(r"url\(|gradient\(", value, re.IGNORECASE))
    colour = next(filter(None, map(parse_colour, _pieces(value))), None) if is_shorthand else None
    if is_shorthand and not has_picture and colour is None:
        return style if value.lower() in {"inherit", "unset"} else replace(style, background=TRANSPARENT)
    return replace(style, has_picture=has_picture, background=colour or style.background)


def _pieces(value: str) -> Iterator[str]:
    """Split a shorthand at spaces outside brackets; addresses hold no colours."""
    yield from re.findall(r"[\w#-]+(?:\([^()]*\))?", re.sub(r"url\([^)]*\)", " ", value, flags=re.IGNORECASE))


def _deciding(element: Tag) -> Iterable[object]:
    """List what of an element decides its style, for a parent's style and the rules that match."""
    get = element.attrs.get
    return (element.name, "hidden" in element.attrs, "href" in element.attrs, *map(get, _ATTRIBUTES))


def _lay(style: Style, parent: Style) -> Style:
    """Lay an element's background over what is behind its parent's words."""
    layer = style.background.faded(style.opacity)
    is_over_picture = style.has_picture or (parent.is_over_picture and layer.alpha < 1)
    is_clipped = parent.is_clipped or (style.has_no_room and style.cuts_off)
    return replace(style, behind=layer.over(parent.behind), is_over_picture=is_over_picture, is_clipped=is_clipped)


def _body_link(soup: BeautifulSoup) -> Colour:
    body = soup.body
    return (parse_legacy_colour(str(body.get("link") or "")) if body else None) or LINK


def _length(value: str, parent: float, default: float) -> float:
    """Compute a font size in pixels; `default` where it is none."""
    if value in _SIZES:
        return float(_SIZES[value])
    if value in {"smaller", "larger"}:
        return parent / 1.2 if value == "smaller" else parent * 1.2
    found = re.fullmatch(r"(\d*\.?\d+)(px|pt|pc|in|cm|mm|em|rem|%)?", value)
    if not found:
        return default
    number, unit = float(found[1]), found[2]
    if unit in _PIXELS:
        return number * _PIXELS[unit]
    scale = {"em": parent, "rem": MEDIUM, "%": parent / 100}
    return number * scale[unit] if unit else (0.0 if number == 0 else default)


def _weight(value: str, parent: Style) -> int:
    words = {"normal": 400, "bold": 700, "bolder": max(parent.font_weight, BOLD_WEIGHT), "lighter": 400}
    if value in {"inherit", "unset"}:
        return parent.font_weight
    return int(value) if re.fullmatch(r"[0-9]{1,4}", value) else words.get(value, parent.font_weight)


def _number(value: str, default: float) -> float:
    try:
        number = float(value.removesuffix("%"))
    except ValueError:
        return default
    if not math.isfinite(number):
        return default
    return min(max(number / 100 if value.endswith("%") else number, 0.0), 1.0)
