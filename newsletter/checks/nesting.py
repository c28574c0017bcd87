"""What is in what, for many elements at once: a search in each would walk the document again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4.element import NavigableString, PreformattedString

if TYPE_CHECKING:
    from collections.abc import Collection

    from bs4 import Tag

    from newsletter.checks.document import Document


def holders(document: Document, names: Collection[str]) -> frozenset[int]:
    """Give the ids (as of `id()`) of the elements that hold an element of one of these names."""
    found: set[int] = set()
    for element in document.elements:
        if element.name in names:
            parent = element.parent
            while parent is not None and id(parent) not in found:
                found.add(id(parent))
                parent = parent.parent
    return frozenset(found)


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
