"""The style elements of an email → declarations for its elements, for each view of it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import tinycss2

from newsletter.checks.hugeness import refuse_matches
from newsletter.checks.recalling import recalled
from newsletter.checks.selectors import Selection, parse_selectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bs4 import BeautifulSoup, Tag

    from newsletter.checks.element_index import ElementIndex

Specificity = tuple[int, int, int]
# No email nests deeper; what does is broken, and would exhaust the stack.
MAX_DEPTH = 8
_ELSEWHERE = re.compile(r"\b(?:print|speech|tty|tv)\b|forced-colors|-webkit-|-moz-|-ms-")
_WIDTH = re.compile(r"\((min|max)-(?:device-)?width:\s*(\d+(?:\.\d+)?)(px|em|rem)\)")


@dataclass(frozen=True, slots=True)
class Declaration:
    """One value for one property; `rank` orders declarations: the highest wins (CSS Cascade 4, section 6)."""

    name: str
    value: str
    rank: tuple[bool, bool, Specificity, int]


Declarations = tuple[Declaration, ...]


@recalled
def read_inline(css: str) -> Declarations:
    """Read the declarations of a style attribute; an email repeats the same few."""
    return tuple(_read_declarations(css, is_inline=True))


@dataclass(frozen=True, slots=True)
class View:
    """How somebody sees an email: width of the screen in CSS pixels, how it is held, its colours, pictures or not."""

    width: int = 800
    is_dark: bool = False
    has_pictures: bool = True
    is_upright: bool = False

    def fits(self, query: str) -> bool:
        """Whether a media query list fits this view."""
        return any(self._fits_one(part.strip().lower()) for part in query.split(","))

    def _fits_one(self, query: str) -> bool:
        scheme = "light" if self.is_dark else "dark"
        if _ELSEWHERE.search(query) or re.search(rf"prefers-color-scheme:\s*{scheme}", query):
            return False
        across = "landscape" if self.is_upright else "portrait"
        if query.startswith("not ") or re.search(rf"orientation:\s*{across}", query):
            return False
        for bound, number, unit in _WIDTH.findall(query):
            pixels = float(number) * (1 if unit == "px" else 16)
            if (bound == "min" and pixels > self.width) or (bound == "max" and pixels < self.width):
                return False
        return True


LIGHT = View()
DARK = View(is_dark=True)
PICTURES_OFF = View(has_pictures=False)
PHONE = View(width=375)
UPRIGHT = View(is_upright=True)
# A screen of 1280 CSS pixels at twice the size (ACT 59br37).
ZOOMED = View(width=640)


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """The declarations of a rule with the ranks that a selector gives them; one object for all emails with the rule."""

    declarations: Declarations


@dataclass(frozen=True, slots=True, eq=False)
class StyleRule:
    """One rule of a style element: its selectors, and the media queries around it, all of which must fit."""

    media: tuple[str, ...]
    selectors: str
    declarations: Declarations

    def is_in(self, view: View) -> bool:
        """Whether the rule takes effect in a view."""
        return all(map(view.fits, self.media))


class Stylesheets:
    """The style elements of a document, matched once for all views."""

    def __init__(self, soup: BeautifulSoup, index: ElementIndex) -> None:
        """Read the style elements; matching waits until a view asks."""
        self._selection = Selection(soup, index)
        self.rules: tuple[StyleRule, ...] = tuple(
            rule
            for style in index.named("style")
            for rule in _read_stylesheet(str(style.get("media") or "all"), style.get_text())
        )
        self._found: dict[int, list[tuple[Tag, Ranked]]] = {}
        self._matches = 0

    def in_view(self, view: View) -> tuple[int, ...]:
        """Number the rules that take effect in a view."""
        fitting: dict[tuple[str, ...], bool] = {}
        for rule in self.rules:
            if rule.media not in fitting:
                fitting[rule.media] = rule.is_in(view)
        return tuple(number for number, rule in enumerate(self.rules) if fitting[rule.media])

    def match(self, numbers: Iterable[int]) -> Mapping[int, list[Ranked]]:
        """Id of element → the declarations of each of these rules that matches it, in their order."""
        matched: dict[int, list[Ranked]] = {}
        for number in numbers:
            if number not in self._found:
                self._found[number] = list(self._match_rule(number))
                self._matches += len(self._found[number])
                refuse_matches(self._matches)
            for element, ranked in self._found[number]:
                matched.setdefault(id(element), []).append(ranked)
        return matched

    def select(self, rule: StyleRule) -> Iterator[Tag]:
        """Yield the elements that a rule's selectors match."""
        for selector in parse_selectors(rule.selectors):
            yield from self._selection.select(selector)

    def _match_rule(self, number: int) -> Iterator[tuple[Tag, Ranked]]:
        rule = self.rules[number]
        for selector in parse_selectors(rule.selectors):
            if found := self._selection.select(selector):
                ranked = _rank(rule, selector.specificity(), number + 1)
                yield from ((element, ranked) for element in found)


@functools.lru_cache(maxsize=4096)
def _rank(rule: StyleRule, specificity: Specificity, order: int) -> Ranked:
    return Ranked(tuple(replace(it, rank=(*it.rank[:2], specificity, order)) for it in rule.declarations))


# The emails of one sender share their styles.
@functools.lru_cache(maxsize=32)
def _read_stylesheet(media: str, css: str) -> tuple[StyleRule, ...]:
    return tuple(_read_rules(css, () if media == "all" else (media,)))


def _read_rules(css: Any, media: tuple[str, ...]) -> Iterator[StyleRule]:  # noqa: ANN401 - text, or parsed tokens
    """Yield every style rule, those inside @media too."""
    for node in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if node.type == "qualified-rule":
            declarations = tuple(_read_declarations(node.content, is_inline=False))
            yield StyleRule(media, _serialize(node.prelude), declarations)
        elif _is_media(node) and len(media) < MAX_DEPTH:
            yield from _read_rules(node.content, (*media, _serialize(node.prelude)))


def _read_declarations(css: Any, *, is_inline: bool) -> Iterator[Declaration]:  # noqa: ANN401 - as above
    """Read `name: value` pairs; what is not well formed is skipped, as browsers do."""
    for node in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            yield Declaration(node.lower_name, _serialize(node.value), (node.important, is_inline, (0, 0, 0), 0))


def _is_media(node: Any) -> bool:  # noqa: ANN401 - tinycss2 has no types
    return bool(node.type == "at-rule" and node.lower_at_keyword == "media" and node.content is not None)


def _serialize(tokens: Any) -> str:  # noqa: ANN401 - tinycss2 has no types
    """Write tokens as CSS; nothing where they nest so deep that it is an attack or an accident."""
    try:
        return str(tinycss2.serialize(tokens)).strip()
    except RecursionError:
        return ""
