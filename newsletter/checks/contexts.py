"""What stands around a link, and says the rest (WCAG 2.2, programmatically determined link context)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.grids import CELLS
from newsletter.checks.header_cells import header_words
from newsletter.checks.nesting import nearest
from newsletter.checks.whitespace import squeeze

if TYPE_CHECKING:
    from bs4 import Tag

    from newsletter.checks.document import Document

BLOCKS = frozenset({"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"})


def words_around(document: Document, link: Tag) -> str:
    """Give the words of the sentence, item, cell or heading that a link stands in, with the link's own."""
    around = nearest(link, BLOCKS)
    return document.words(around) if around is not None else ""


def words_above(document: Document, link: Tag) -> str:
    """Give what describes a link besides: the items that its list stands in, its cell's headers, its description."""
    item, cell = nearest(link, {"li"}), nearest(link, CELLS)
    outer = nearest(item, {"li"}) if item is not None else None
    said = [document.description(link) if link.has_attr("aria-describedby") else ""]
    if item is not None and outer is not None:
        said.append(_without(document.words(outer), document.words(item)))
    if cell is not None:
        said.append(header_words(document, cell))
    return squeeze(" ".join(said))


def _without(words: str, inner: str) -> str:
    return words.replace(inner, " ")
