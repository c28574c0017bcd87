"""Questions that several readers ask of an element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString

if TYPE_CHECKING:
    from bs4.element import PageElement

_CONTROLS = "script style template noscript form button input select textarea svg canvas head"
# What holds nothing that a letter can hold.
LEFT_OUT = frozenset(_CONTROLS.split())
_PHRASES = """
a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby s
samp small span strike strong sub sup time tt u var wbr
"""
INLINE = frozenset(_PHRASES.split())
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def classes_of(element: Tag) -> str:
    """Give an element's classes as one string; empty where it has none."""
    classes = element.get("class")
    return " ".join(map(str, classes)) if isinstance(classes, list) else str(classes or "")


def is_inline(node: PageElement) -> bool:
    """Whether a node can stand inside a paragraph: words, and inline elements without blocks in them."""
    if isinstance(node, NavigableString):
        return True
    if not isinstance(node, Tag):
        return False
    if node.name not in INLINE and node.name not in LEFT_OUT - {"head"}:
        return False
    return all(child.name in INLINE or child.name in LEFT_OUT for child in node.find_all(name=True))
