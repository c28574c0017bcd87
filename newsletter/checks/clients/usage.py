"""Where an email needs a feature so that readers would miss it: each function makes or is a finder of elements."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import tinycss2

from newsletter.checks.linking.collecting import pictures_of, showing_pictures
from newsletter.checks.stylesheets import LIGHT, read_inline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document
    from newsletter.checks.style import Style
    from newsletter.checks.stylesheets import Declaration, StyleRule

    Finder = Callable[[Document], Iterator[Tag]]

# Readers lose words where one of these is dropped: the other properties only look different.
SEEN_BY = frozenset({"color", "background", "background-color", "font-size", "display"})
# The emails of one sender share their styles.
SENDERS = 32
_PSEUDO = re.compile(r"::?(before|after)\b", re.IGNORECASE)
_QUOTED_WORDS = re.compile(r"[\"'][^\"']*?(?<!\\)[^\W_]{2,}")


def elements(name: str) -> Finder:
    """Find elements of a name that have nothing in them for programs that do not know them."""

    def find(document: Document) -> Iterator[Tag]:
        for element in document.find(name):
            is_drawing = name == "svg"  # its words are drawn, and go with it
            if is_drawing or not (document.words(element) or element.find(["img", "a"])):
                yield element

    return find


def stylesheets(document: Document) -> Iterator[Tag]:
    """Find links to files of styles, but for those of fonts: without these another font is there."""
    for element in document.index.named("link"):
        is_sheet = "stylesheet" in str(element.get("rel") or "").lower()
        if is_sheet and "font" not in str(element.get("href") or "").lower():
            yield element


def imports(document: Document) -> Iterator[Tag]:
    """Find style elements that import others, but for those of fonts."""
    for style in _styles(document):
        rules = (
            node for node in _parse(style.get_text()) if node.type == "at-rule" and node.lower_at_keyword == "import"
        )
        imported = (rule for rule in rules if rule.lower_at_keyword == "import")
        if any("font" not in tinycss2.serialize(rule.prelude).lower() for rule in imported):
            yield style


def nested_rules(document: Document) -> Iterator[Tag]:
    """Find style elements with a rule inside a rule."""
    for style in _styles(document):
        rules = (node for node in _parse(style.get_text()) if node.type == "qualified-rule")
        if any(token.type == "{} block" for rule in rules for token in rule.content):
            yield style


def declarations(name: str, value: str) -> Finder:
    """Find elements with content whose winning declaration of a property has a value; both are patterns."""
    names, values = re.compile(name), re.compile(value, re.IGNORECASE)

    def is_among(said: Iterable[tuple[str, str]]) -> bool:
        return any(names.fullmatch(key) and values.search(it) for key, it in said)

    def is_declared(style: Style) -> bool:
        return style.is_seen and is_among(style.declared.items())

    holds = functools.lru_cache(maxsize=SENDERS)(is_among)

    def find(document: Document) -> Iterator[Tag]:
        if not holds(_said(document)):
            return
        for element in document.cascade.select(is_declared):
            if document.has_content(element):
                yield element

    return find


def revealed_by_animation(document: Document) -> Iterator[Tag]:
    """Find elements with content that are invisible until they are animated."""
    if not any(name in {"animation", "animation-name"} for name, _ in _said(document)):
        return
    for element in document.elements:
        style = document.cascade.style(element)
        is_animated = {"animation", "animation-name"} & style.declared.keys()
        if is_animated and style.opacity == 0 and document.has_content(element):
            yield element


def lost_values(pattern: str) -> Finder:
    """Find elements with content that get a colour, a size or a display only in words that match a pattern."""
    unknown = re.compile(pattern, re.IGNORECASE)

    @functools.lru_cache(maxsize=SENDERS)
    def holds(said: frozenset[tuple[str, str]]) -> bool:
        return any(unknown.search(value) for name, value in said if name in SEEN_BY)

    def find(document: Document) -> Iterator[Tag]:
        if not holds(_said(document)):
            return
        sheets = document.stylesheets
        matched = sheets.match(sheets.in_view(LIGHT))
        for element in document.elements:
            inline = read_inline(str(element.get("style") or ""))
            groups = [*(ranked.declarations for ranked in matched.get(id(element), ())), inline]
            said = [it for group in groups for it in group if it.name in SEEN_BY]
            lost = {_what(it) for it in said if unknown.search(it.value)}
            if lost - _kept(element, said, unknown) and document.has_content(element):
                yield element

    return find


def generated(place: str) -> Finder:
    """Find elements that style elements put words before or after."""

    def find(document: Document) -> Iterator[Tag]:
        for rule in document.stylesheets.rules:
            found = _PSEUDO.findall(rule.selectors)
            words = (it.value for it in rule.declarations if it.name == "content" and _QUOTED_WORDS.search(it.value))
            if place in map(str.lower, found) and rule.is_in(LIGHT) and any(words):
                yield from _bearers(document, rule)

    return find


def pictures(*endings: str) -> Finder:
    """Find pictures of a format, as their addresses end."""

    def find(document: Document) -> Iterator[Tag]:
        for element, found in _pictures(document):
            if not found.isdisjoint(endings) and (element.name != "img" or document.is_exposed(element)):
                yield element

    return find


@functools.lru_cache(maxsize=1)
def _said(document: Document) -> frozenset[tuple[str, str]]:
    """Gather every property and value of a document's styles: most features are in none of them."""
    inline = {str(element["style"]) for element in document.index.having("style")}
    groups = [*map(read_inline, inline), *(rule.declarations for rule in document.stylesheets.rules)]
    return frozenset((it.name, it.value) for group in groups for it in group)


@functools.lru_cache(maxsize=1)
def _pictures(document: Document) -> tuple[tuple[Tag, frozenset[str]], ...]:
    """List the elements that show pictures, with the endings of their addresses."""
    addresses = ((element, pictures_of(document, element)) for element in showing_pictures(document))
    return tuple((element, frozenset(map(_ending, found))) for element, found in addresses if found)


def _styles(document: Document) -> Iterator[Tag]:
    yield from document.index.named("style")


@functools.lru_cache(maxsize=SENDERS)
def _parse(css: str) -> tuple[tinycss2.ast.Node, ...]:
    """Read the rules of a style element, and those in its @media."""
    rules = []
    for node in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        rules.append(node)
        if node.type == "at-rule" and node.lower_at_keyword == "media" and node.content is not None:
            rules += tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
    return tuple(rules)


def _what(declaration: Declaration) -> str:
    return "background" if declaration.name.startswith("background") else declaration.name


def _kept(element: Tag, said: list[Declaration], unknown: re.Pattern[str]) -> set[str]:
    """Say what programs that drop the unknown values know all the same."""
    kept = {_what(it) for it in said if not unknown.search(it.value)}
    return kept | ({"background"} if element.has_attr("bgcolor") else set())


def _bearers(document: Document, rule: StyleRule) -> Iterator[Tag]:
    """Yield the elements whose words a rule for ::before or ::after adds to."""
    bare = replace(rule, selectors=_PSEUDO.sub("", rule.selectors))
    yield from (element for element in document.stylesheets.select(bare) if document.is_exposed(element))


def _ending(address: str) -> str:
    try:
        return urlsplit(address).path.lower().rpartition(".")[2]
    except ValueError:
        return ""
