"""The style elements of an email → rules with specificity, for one view of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cssselect
import soupsieve
import tinycss2

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bs4 import BeautifulSoup, Tag

Specificity = tuple[int, int, int]
# The view that is judged: a screen of this width, light.
VIEW_WIDTH = 800
_DYNAMIC = re.compile(r":(?:hover|focus|active|visited|focus-visible|focus-within|target)\b|::")
_WIDTH = re.compile(r"\((min|max)-(?:device-)?width:\s*(\d+(?:\.\d+)?)(px|em|rem)\)")


@dataclass(frozen=True, slots=True)
class Declaration:
    """One value for one property; `rank` orders declarations: the highest wins (CSS Cascade 4, section 6)."""

    name: str
    value: str
    rank: tuple[bool, bool, Specificity, int]


def read_declarations(css: str, *, is_inline: bool, specificity: Specificity, order: int) -> Iterator[Declaration]:
    """Read `name: value` pairs; what is not well formed is skipped, as browsers do."""
    for node in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            value = tinycss2.serialize(node.value).strip()
            yield Declaration(node.lower_name, value, (node.important, is_inline, specificity, order))


def match_styles(soup: BeautifulSoup) -> Mapping[int, list[Declaration]]:
    """Match every style element of the light view; id of element → its declarations."""
    matched: dict[int, list[Declaration]] = {}
    order = 0
    for style in soup.find_all("style"):
        if not is_in_view(str(style.get("media") or "all")):
            continue
        for selector, block in _read_rules(style.get_text()):
            order += 1
            for specificity, elements in _select(soup, selector):
                declarations = list(read_declarations(block, is_inline=False, specificity=specificity, order=order))
                for element in elements:
                    matched.setdefault(id(element), []).extend(declarations)
    return matched


def is_in_view(query: str) -> bool:
    """Whether a media query list fits the light view on a wide screen."""
    return any(_fits(part.strip().lower()) for part in query.split(","))


def _fits(query: str) -> bool:
    if re.search(r"\b(?:print|speech|tty|tv)\b|prefers-color-scheme:\s*dark|forced-colors|-webkit-|-moz-|-ms-", query):
        return False
    if query.startswith("not "):
        return False
    for bound, number, unit in _WIDTH.findall(query):
        pixels = float(number) * (1 if unit == "px" else 16)
        if (bound == "min" and pixels > VIEW_WIDTH) or (bound == "max" and pixels < VIEW_WIDTH):
            return False
    return True


def _read_rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield selector and block of every style rule in view, those inside @media too."""
    for node in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if node.type == "qualified-rule":
            yield tinycss2.serialize(node.prelude).strip(), tinycss2.serialize(node.content)
        elif _is_media(node) and is_in_view(tinycss2.serialize(node.prelude)):
            yield from _read_rules(tinycss2.serialize(node.content))


def _is_media(node: Any) -> bool:  # noqa: ANN401 - tinycss2 has no types
    return bool(node.type == "at-rule" and node.lower_at_keyword == "media" and node.content is not None)


def _select(soup: BeautifulSoup, selector: str) -> Iterator[tuple[Specificity, list[Tag]]]:
    """Yield specificity and elements for each selector of a list; one that matches nothing in email is skipped."""
    if _DYNAMIC.search(selector):
        return
    try:
        parts = [(part.canonical(), part.specificity()) for part in cssselect.parse(selector)]
    except (cssselect.SelectorError, RecursionError):
        return
    for text, specificity in parts:
        try:
            yield specificity, soupsieve.select(text, soup)
        except (soupsieve.SelectorSyntaxError, NotImplementedError, RecursionError):
            continue
