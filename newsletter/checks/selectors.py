"""Selectors → elements, without walking the document for each of the hundreds that an email brings."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

import cssselect
import soupsieve
from cssselect.parser import Attrib, Class, CombinedSelector, Element, Hash, Pseudo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
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


class Step(NamedTuple):
    """One compound of a selector: how it stands to the one before, what it names, and whether that is all it asks."""

    combinator: str
    names: tuple[tuple[str, str], ...]
    is_plain: bool


class Selection:
    """Selects elements of one document."""

    def __init__(self, soup: BeautifulSoup, index: ElementIndex) -> None:
        """Keep the document and the index of its elements."""
        self._soup = soup
        self._index = index
        self._finders: dict[str, Callable[[str], Sequence[Tag]]] = {
            "class": index.of_class,
            "id": lambda word: [it for it in index.having("id") if it.attrs["id"] == word],
            "attribute": index.having,
            "name": index.named,
            "pseudo-class": lambda _: index.named("html")[:1],  # :root is the only one that is named
        }

    def select(self, selector: cssselect.Selector) -> Sequence[Tag]:
        """Find what a selector matches."""
        steps = _steps(selector)
        candidates: list[Sequence[Tag]] = []
        for step in steps:
            # Most of what an email's reset names is not in it: the first compound that matches nothing settles it.
            if not (possible := self._candidates(step)):
                return ()
            candidates.append(possible)
        if not all(step.is_plain and step.combinator in {" ", ">"} for step in steps):
            return _select_slowly(selector.canonical(), self._soup)
        found = candidates[0]
        for step, matching in zip(steps[1:], candidates[1:], strict=True):
            above = {id(element) for element in found}
            is_below = _is_child
            if step.combinator == " " and len(matching) <= FEW:
                is_below = _is_inside
            elif step.combinator == " ":
                above = self._with_descendants(above)
            found = [element for element in matching if is_below(element, above)]
        return found

    def _candidates(self, step: Step) -> Sequence[Tag]:
        """Find the elements that have the name, the classes, the id and the attributes that a compound names."""
        groups = sorted((self._finders[kind](word) for kind, word in step.names), key=len)
        if len(groups) <= 1:
            return groups[0] if groups else self._index.elements
        others = [{id(element) for element in group} for group in groups[1:]]
        return [element for element in groups[0] if all(id(element) in other for other in others)]

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


@functools.lru_cache(maxsize=_REMEMBERED)
def _steps(selector: cssselect.Selector) -> tuple[Step, ...]:
    """Take a complex selector apart, from left to right."""
    tree = selector.parsed_tree
    compounds: list[tuple[str, Tree]] = []
    while isinstance(tree, CombinedSelector):
        compounds.append((tree.combinator, tree.subselector))
        tree = tree.selector
    compounds.append((" ", tree))
    return tuple(_read_compound(*it) for it in reversed(compounds))


def _read_compound(combinator: str, compound: Tree) -> Step:
    names, is_plain = [], True
    for part in _parts(compound):
        match part:
            case Class():
                names.append(("class", part.class_name))
            case Hash():
                names.append(("id", part.id))
            case Pseudo(ident="root"):
                names.append(("pseudo-class", "root"))
            case Attrib():
                names.append(("attribute", part.attrib.lower()))
                is_plain = False
            case Element(namespace=None):
                names += [("name", part.element.lower())] if part.element else []
            case _:
                is_plain = False
    return Step(combinator, tuple(names), is_plain)


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
