"""Edits of HTML by position: what is not edited stays as it is, mistakes included."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bs4 import Tag

_NAME = re.compile(r"<[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*(?P<name>[^\s/>=]+)(?P<given>\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+|))?""")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `words` in the place of the characters from `start` to `end`."""

    start: int
    end: int
    words: str


class Source:
    """HTML and where its elements stand in it."""

    def __init__(self, html: str) -> None:
        """Note where lines begin, counted as the tree counts them."""
        self.html = html
        self._lines = [0, *itertools.accumulate(len(line) + 1 for line in html.split("\n"))]

    def start_of(self, element: Tag) -> int:
        """The offset of an element's start tag."""
        return self._lines[(element.sourceline or 1) - 1] + (element.sourcepos or 0)

    def is_written(self, element: Tag) -> bool:
        """Whether an element's start tag stands in the HTML, and was not left out."""
        return self.html[self.start_of(element) :].lower().startswith(f"<{element.name}")

    def end_of_start_tag(self, element: Tag) -> int | None:
        """The offset behind an element's start tag; None where it is not written as one."""
        name = _NAME.match(self.html, self.start_of(element))
        position = name.end() if name else 0
        while name and (found := _ATTRIBUTE.match(self.html, position)):
            position = found.end()
        end = re.compile(r"[\s/]*>").match(self.html, position) if name else None
        return end.end() if end else None

    def set_attribute(self, element: Tag, attribute: str, value: str) -> Edit | None:
        """Edit an attribute's value where it is written, or write it behind the element's name."""
        name = _NAME.match(self.html, self.start_of(element))
        if name is None or self.end_of_start_tag(element) is None:
            return None
        position = name.end()
        while found := _ATTRIBUTE.match(self.html, position):
            if found["name"].lower() == attribute:
                return Edit(found.start("name"), found.end(), f'{attribute}="{value}"')
            position = found.end()
        return Edit(name.end(), name.end(), f' {attribute}="{value}"')

    def apply(self, edits: Iterable[Edit]) -> str:
        """Apply edits; of two at one place both count, of two that overlap the first."""
        pieces, position = [], 0
        for edit in sorted(set(edits)):
            if edit.start >= position:
                pieces += [self.html[position : edit.start], edit.words]
                position = edit.end
        return "".join([*pieces, self.html[position:]])
