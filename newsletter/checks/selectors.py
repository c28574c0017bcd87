"""Selectors → elements, without walking the document for each of the hundreds that an email brings."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import cssselect
import soupsieve
from cssselect.parser import Attrib, Class, CombinedSelector, Element, Hash

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from bs4 import BeautifulSoup, Tag
    from cssselect.parser import Tree

    from newsletter.checks.element_index import ElementIndex

# What waits for a pointer or the keyboard, what is no element, and :contains(), which no browser knows.
_UNMATCHED = re.compile(r":(?:hover|focus|active|visited|focus-visible|focus-within|target|contains)\b|::")
# Some emails bring thousands of selectors, and the next email of the same sender brings them again.
_REMEMBERED = 4096
# For so many elements their ancestors are looked at; for more of them, the whole document once.
FEW = 20


@functools.lru_cache(maxsize=_REMEMBERED)
def parse_selectors(text: str) -> tuple[cssselect.Selector, ...]:
    """Read a list of selectors, without those that wait for a pointer or the keyboard; none where it is malformed."""
    try:
        return tuple(part for part in cssselect.parse(text) if not _UNMATCHED.search(part.canonical()))
    except (cssselect.SelectorError, RecursionError):
        return ()


class Selection:
    """Selects elements of one document."""

    def __init__(self, soup: BeautifulSoup, index: ElementIndex) -> None:
        """Keep the document and the index of its elements."""
        self._soup = soup
        self._index = index

    def select(self, selector: cssselect.Selector) -> Sequence[Tag]:
        """Find what a selector matches."""
        steps = _steps(selector.parsed_tree)
        candidates: list[Sequence[Tag]] = []
        for _, compound in steps:
            # Most of what an email's reset names is not in it: the first compound that matches nothing settles it.
            if not (possible := self._candidates(compound)):
                return ()
            candidates.append(possible)
        if not all(combinator in {" ", ">"} and _is_plain(compound) for combinator, compound in steps):
            return _select_slowly(selector.canonical(), self._soup)
        found = candidates[0]
        for (combinator, _), matching in zip(steps[1:], candidates[1:], strict=True):
            above = {id(element) for element in found}
            is_below = _is_child
            if combinator == " " and len(matching) <= FEW:
                is_below = _is_inside
            elif combinator == " ":
                above = self._with_descendants(above)
            found = [element for element in matching if is_below(element, above)]
        return found

    def _candidates(self, compound: Tree) -> Sequence[Tag]:
        """Find the elements that have the name, the classes, the id and the attributes that a compound names."""
        groups = [*self._named(compound)]
        if not groups:
            return self._index.elements
        groups.sort(key=len)
        others = [{id(element) for element in group} for group in groups[1:]]
        return [element for element in groups[0] if all(id(element) in other for other in others)]

    def _named(self, compound: Tree) -> Iterator[Sequence[Tag]]:
        """Yield what has each of the names, classes, ids and attributes of a compound."""
        for part in _parts(compound):
            match part:
                case Class():
                    yield self._index.of_class(part.class_name)
                case Hash():
                    yield [it for it in self._index.having("id") if it.attrs["id"] == part.id]
                case Attrib():
                    yield self._index.having(part.attrib.lower())
                case Element(element=str(name)):
                    yield self._index.named(name.lower())

    def _with_descendants(self, ids: set[int]) -> set[int]:
        below = set(ids)
        for element in self._index.elements:
            if id(element.parent) in below:
                below.add(id(element))
        return below


def _is_child(element: Tag, above: AbstractSet[int]) -> bool:
    return id(element.parent) in above


def _is_inside(element: Tag, above: AbstractSet[int]) -> bool:
    parent = element.parent
    while parent is not None and id(parent) not in above:
        parent = parent.parent
    return parent is not None


def _steps(tree: Tree) -> list[tuple[str, Tree]]:
    """Take a complex selector apart, from left to right: combinator and compound."""
    steps: list[tuple[str, Tree]] = []
    while isinstance(tree, CombinedSelector):
        steps.append((tree.combinator, tree.subselector))
        tree = tree.selector
    steps.append((" ", tree))
    return steps[::-1]


def _is_plain(compound: Tree) -> bool:
    """Whether a compound asks for nothing but name, classes and id."""
    return all(
        isinstance(part, Class | Hash) or (isinstance(part, Element) and part.namespace is None)
        for part in _parts(compound)
    )


def _parts(compound: Tree) -> Iterator[Tree]:
    part: Tree | None = compound
    while part is not None:
        yield part
        part = getattr(part, "selector", None)


def _select_slowly(selector: str, soup: BeautifulSoup) -> Sequence[Tag]:
    try:
        return soupsieve.select(selector, soup)
    except (soupsieve.SelectorSyntaxError, NotImplementedError, RecursionError):
        return ()
