"""Computed styles, as far as email needs them: colours, backgrounds, sizes, weight, decoration, spacing, visibility.

From style elements, style attributes, presentational attributes and what browsers do by default, in the order of CSS
Cascade 4, for one view at a time.
"""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING

from newsletter.checks.colour import TRANSPARENT, Colour, parse_legacy_colour
from newsletter.checks.defaults import Bare, bare, start
from newsletter.checks.properties import APPLIERS, INHERITED, RESETS
from newsletter.checks.style import Style, flatten
from newsletter.checks.stylesheets import LIGHT, Declaration, Ranked, Stylesheets, View, read_inline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bs4 import BeautifulSoup, Tag

    from newsletter.checks.element_index import ElementIndex

# What the lengths of other properties and currentcolor are relative to.
_FIRST = ("font-size", "font", "color")
# Gradients over gradients; more colours tell no more of legibility.
MAX_COLOURS = 12
_INITIAL = Style()
_inherited = operator.attrgetter(*INHERITED)
# The emails of one sender share their styles, and each build of an issue has nearly all of the last one.
_REMEMBERED = 4096


class Cascade:
    """Computes all styles of a document once for one view, parents before children."""

    def __init__(
        self, soup: BeautifulSoup, index: ElementIndex, stylesheets: Stylesheets | None = None, view: View = LIGHT
    ) -> None:
        """Match the style elements, then compute each element's style from its parent's."""
        sheets = stylesheets or Stylesheets(soup, index)
        matched = sheets.match(sheets.in_view(view))
        self._elements = index.elements
        link = _body_link(soup)
        self._styles: dict[int, Style] = {}
        for element in index.elements:
            parent = self._styles.get(id(element.parent), _INITIAL)
            groups = tuple(matched.get(id(element), ()))
            what = bare(element)
            compute = _compute if what.is_long else _recall
            self._styles[id(element)] = compute(what, parent, groups, link, has_pictures=view.has_pictures)

    def style(self, element: Tag) -> Style:
        """Give the computed style of an element."""
        return self._styles[id(element)]

    def select(self, test: Callable[[Style], object]) -> Iterator[Tag]:
        """Yield the elements whose style passes a test; it is asked once of each style, which many elements share."""
        styles = {id(style): style for style in self._styles.values()}
        passed = {key for key, style in styles.items() if test(style)}
        for element in self._elements if passed else ():
            if id(self._styles[id(element)]) in passed:
                yield element


def _compute(
    element: Bare, parent: Style, groups: tuple[Ranked, ...], link: Colour | None, *, has_pictures: bool
) -> Style:
    inherited: dict[str, object] = dict(zip(INHERITED, _inherited(parent), strict=True))
    said = start(element, inherited, parent, link)
    winners: dict[str, Declaration] = {}
    for group in (*(it.declarations for it in groups), read_inline(element.style or "")):
        for declaration in group:
            known = winners.get(declaration.name)
            if known is None or declaration.rank >= known.rank:
                winners[declaration.name] = declaration
    # A later shorthand beats an earlier longhand; what others are relative to comes first.
    ordered = sorted(winners.values(), key=lambda it: (it.name not in _FIRST, it.rank))
    for declaration in ordered:
        _apply(said, parent, declaration)
    said["declared"] = {name: it.value for name, it in winners.items()}
    if not has_pictures:
        said["has_picture"] = False
    return _lay(said, parent)


_recall = functools.lru_cache(maxsize=_REMEMBERED)(_compute)


def _apply(said: dict[str, object], parent: Style, declaration: Declaration) -> None:
    """Let one declaration take effect; a value that is none changes nothing."""
    value = declaration.value.strip()
    keyword = value.lower()
    if keyword in {"inherit", "unset", "initial", "revert", "revert-layer"}:
        for name, initial in RESETS.get(declaration.name, {}).items():
            if keyword == "inherit" or (keyword == "unset" and name in INHERITED):
                said[name] = getattr(parent, name)
            elif not keyword.startswith("revert"):
                said[name] = initial
    elif applier := APPLIERS.get(declaration.name):
        applier(said, parent, value)


def _lay(said: dict[str, object], parent: Style) -> Style:
    """Lay an element's background over what is behind its parent's words, and its words over both."""
    own = Style(**said)  # type: ignore[arg-type]  # the names are Style's own
    fade, layers, fades = own.opacity, parent.layers, parent.fades
    if fade < 1:
        layers, fades = (*layers, layers[-1]), (*fades, fade)
    layers = (*layers[:-1], own.background.over(layers[-1]))
    said.update(
        beneath=_lay_gradient(own, (layers[-1],) if own.background.alpha >= 1 else parent.beneath),
        opacity=parent.opacity * fade,
        layers=layers,
        fades=fades,
        behind=flatten(layers[-1], layers, fades),
        text=flatten(own.color, layers, fades),
        is_over_picture=own.has_picture or (parent.is_over_picture and own.background.alpha < 1),
        is_backed=own.has_background if own.has_picture else parent.is_backed,
        is_clipped=parent.is_clipped or (own.has_no_room and own.cuts_off),
        is_offscreen=parent.is_offscreen or own.is_offscreen,
        is_underlined=own.is_underlined or (parent.is_underlined and own.display == "inline"),
    )
    return Style(**said)  # type: ignore[arg-type]  # as above


def _lay_gradient(own: Style, below: tuple[Colour, ...]) -> tuple[Colour, ...]:
    """List the colours that words may stand on: the background over each below it, each colour of a gradient on top."""
    below = tuple(own.background.over(it) for it in below)
    stops = own.gradient or (TRANSPARENT,)
    return tuple(dict.fromkeys(stop.over(it) for it in below for stop in stops))[:MAX_COLOURS]


def _body_link(soup: BeautifulSoup) -> Colour | None:
    body = soup.body
    return parse_legacy_colour(str(body.get("link") or "")) if body else None
