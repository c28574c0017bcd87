"""The style elements of an email → declarations for its elements, for one view of it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import tinycss2

from newsletter.checks.selectors import ElementIndex, parse_selectors

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bs4 import BeautifulSoup, Tag

Specificity = tuple[int, int, int]
# The view that is judged: a screen of this width, light.
VIEW_WIDTH = 800
# No email nests deeper; what does is broken, and would exhaust the stack.
MAX_DEPTH = 8
_WIDTH = re.compile(r"\((min|max)-(?:device-)?width:\s*(\d+(?:\.\d+)?)(px|em|rem)\)")


@dataclass(frozen=True, slots=True)
class Declaration:
    """One value for one property; `rank` orders declarations: the highest wins (CSS Cascade 4, section 6)."""

    name: str
    value: str
    rank: tuple[bool, bool, Specificity, int]


Declarations = tuple[Declaration, ...]


@functools.lru_cache(maxsize=4096)
def read_inline(css: str) -> Declarations:
    """Read the declarations of a style attribute; an email repeats the same few."""
    return tuple(_read_declarations(css, is_inline=True))


def match_styles(soup: BeautifulSoup, elements: Sequence[Tag]) -> Mapping[int, list[Declarations]]:
    """Match every style element of the light view; id of element → the declarations of each rule that matches it."""
    matched: dict[int, list[Declarations]] = {}
    index = ElementIndex(soup, elements)
    order = 0
    for style in elements:
        if style.name != "style" or not is_in_view(str(style.get("media") or "all")):
            continue
        for selectors, declarations in _read_stylesheet(style.get_text()):
            order += 1
            for selector in parse_selectors(selectors):
                found = index.select(selector)
                ranked = _rank(declarations, selector.specificity(), order) if found else ()
                for element in found:
                    matched.setdefault(id(element), []).append(ranked)
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


def _rank(declarations: Declarations, specificity: Specificity, order: int) -> Declarations:
    return tuple(replace(it, rank=(it.rank[0], it.rank[1], specificity, order)) for it in declarations)


# The emails of one sender share their styles.
@functools.lru_cache(maxsize=16)
def _read_stylesheet(css: str) -> tuple[tuple[str, Declarations], ...]:
    return tuple(_read_rules(css, depth=0))


def _read_rules(css: Any, depth: int) -> Iterator[tuple[str, Declarations]]:  # noqa: ANN401 - text, or parsed tokens
    """Yield selectors and declarations of every style rule in view, those inside @media too."""
    for node in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if node.type == "qualified-rule":
            yield _serialize(node.prelude), tuple(_read_declarations(node.content, is_inline=False))
        elif _is_media(node) and depth < MAX_DEPTH and is_in_view(_serialize(node.prelude)):
            yield from _read_rules(node.content, depth + 1)


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
