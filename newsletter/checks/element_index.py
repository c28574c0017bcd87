"""The elements of a document by what rules and selectors ask for, so that nobody walks the document to find a few."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from bs4.element import NavigableString

from newsletter.checks.aria.roles import role_of, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bs4 import Tag
    from bs4.element import PageElement

Groups = dict[str, list["Tag"]]


class ElementIndex:
    """The elements of a document, in its order, by name, attribute, class, id and role."""

    def __init__(self, elements: Sequence[Tag]) -> None:
        """Index all elements."""
        self.elements = elements
        self._positions = {id(element): position for position, element in enumerate(elements)}
        self._by_name: Groups = {}
        self._by_attribute: Groups = {}
        for element in elements:
            self._by_name.setdefault(element.name, []).append(element)
            for name in element.attrs:
                self._by_attribute.setdefault(name, []).append(element)

    def position(self, element: Tag) -> int:
        """Say the how-manieth start tag an element is, from 0."""
        return self._positions[id(element)]

    def holds(self, element: Tag) -> bool:
        """Whether an element is one of these."""
        return id(element) in self._positions

    def named(self, *names: str) -> Sequence[Tag]:
        """List the elements with one of these names."""
        return self._gather(self._by_name, names)

    def having(self, *attributes: str) -> Sequence[Tag]:
        """List the elements with one of these attributes."""
        return self._gather(self._by_attribute, attributes)

    def inside(self, element: Tag) -> Sequence[Tag]:
        """List the elements inside one."""
        return self.elements[self.position(element) + 1 : self._ends[id(element)]]

    def of_class(self, word: str) -> Sequence[Tag]:
        """List the elements with a word in their class."""
        return self._by_class.get(word, ())

    def of_role(self, *roles: str) -> Sequence[Tag]:
        """List the elements with one of these roles, their own or HTML's."""
        return self._gather(self._by_role, roles)

    @functools.cached_property
    def texts(self) -> Sequence[tuple[Tag, Sequence[str]]]:
        """The elements that hold words themselves, not only in elements inside, and these words."""
        found = ((it, [str(node) for node in it.contents if _is_text(node)]) for it in self.elements)
        return [(element, own) for element, own in found if own]

    @functools.cached_property
    def by_id(self) -> Mapping[str, Tag]:
        """Elements by id; of several with the same the first counts."""
        return {str(element.attrs["id"]): element for element in reversed(self.having("id"))}

    @functools.cached_property
    def _ends(self) -> Mapping[int, int]:
        """Id of element → the position after the last element inside it."""
        ends: dict[int, int] = {}
        for position, element in zip(range(len(self.elements), 0, -1), reversed(self.elements), strict=True):
            end = ends.setdefault(id(element), position)
            ends.setdefault(id(element.parent), end)
        return ends

    @functools.cached_property
    def _by_role(self) -> Groups:
        return _group(self.elements, lambda element: (role_of(element),))

    @functools.cached_property
    def _by_class(self) -> Groups:
        return _group(self.having("class"), lambda element: set(words_of(element, "class")))

    def _gather(self, groups: Groups, keys: Iterable[str]) -> Sequence[Tag]:
        found = [group for key in set(keys) if (group := groups.get(key))]
        if len(found) <= 1:
            return found[0] if found else ()
        once = {id(element): element for group in found for element in group}
        return sorted(once.values(), key=self.position)


def _is_text(node: PageElement) -> bool:
    return type(node) is NavigableString and not node.isspace()


def _group(elements: Iterable[Tag], keys: Callable[[Tag], Iterable[str]]) -> Groups:
    groups: Groups = {}
    for element in elements:
        for key in keys(element):
            groups.setdefault(key, []).append(element)
    return groups
