"""What is in what, for many elements at once: a search in each would walk the document again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4.element import NavigableString, PreformattedString

from newsletter.checks.aria.roles import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from bs4 import Tag

    from newsletter.checks.document import Document

# What holds running text; and what, inside one of these, makes it a box of other boxes.
TEXT_HOLDERS = ("p", "div", "td", "th", "li", "dd", "dt", "blockquote", "center", "caption", "figcaption", *HEADINGS)
_BOXES = frozenset({*TEXT_HOLDERS, "table", "ul", "ol", "dl", "section", "article", "header", "footer", "main", "pre"})


def holders(document: Document, names: Collection[str]) -> frozenset[int]:
    """Give the ids (as of `id()`) of the elements that hold an element of one of these names."""
    return with_surroundings(element.parent for element in document.index.named(*names))


def with_surroundings(elements: Iterable[Tag | None]) -> frozenset[int]:
    """Give the ids (as of `id()`) of elements and of all that is around them."""
    found: set[int] = set()
    for element in elements:
        node = element
        while node is not None and id(node) not in found:
            found.add(id(node))
            node = node.parent
    return frozenset(found)


def with_descendants(document: Document, ids: AbstractSet[int]) -> frozenset[int]:
    """Give the ids (as of `id()`) of elements, and of all that is inside them."""
    found = set(ids)
    for element in document.elements if ids else ():
        if id(element.parent) in found:
            found.add(id(element))
    return frozenset(found)


def nearest(element: Tag, names: Collection[str]) -> Tag | None:
    """Give the nearest element around one that has one of these names; None where there is none."""
    parent = element.parent
    while parent is not None and parent.name not in names:
        parent = parent.parent
    return parent


def insiders(document: Document, names: Collection[str]) -> frozenset[int]:
    """Give the ids of the elements that stand inside an element of one of these names."""
    found: set[int] = set()
    for element in document.elements:
        parent = element.parent
        if parent is not None and (parent.name in names or id(parent) in found):
            found.add(id(element))
    return frozenset(found)


def has_words_between(document: Document, one: Tag, other: Tag) -> bool:
    """Whether a reader meets words between two elements, of which the first comes first."""
    for node in one.next_elements:
        if node is other:
            return False
        if isinstance(node, NavigableString) and not isinstance(node, PreformattedString) and node.strip():
            parent = node.parent
            if parent is not None and document.is_exposed(parent):
                return True
    return True


def text_blocks(document: Document) -> Sequence[Tag]:
    """List the elements that hold words and no other block: paragraphs, items, cells, headings."""
    return document.once(_find_text_blocks)


def _find_text_blocks(document: Document) -> Sequence[Tag]:
    outer = holders(document, _BOXES)
    return [it for it in document.find(*TEXT_HOLDERS) if id(it) not in outer and document.words(it)]
