"""What a screen reader says of a document, in order: words and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bs4 import BeautifulSoup
    from bs4.element import PageElement

PICTURES = frozenset({"img", "area"})


class Spoken:
    """Words and pictures of a whole document in one list; those inside an element are one run of it.

    So a question about an element costs as much as its answer is long, however deep it lies.
    """

    def __init__(self, soup: BeautifulSoup, is_exposed: Callable[[Tag], bool]) -> None:
        """Walk the document once; `is_exposed` says which elements reach the reader."""
        self._pieces: list[str | Tag] = []
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        open_elements: list[Tag] = [soup]
        for node in soup.descendants:
            while open_elements[-1] is not node.parent:
                self._ends[id(open_elements.pop())] = len(self._pieces)
            if (piece := _piece(node, is_exposed)) is not None:
                self._pieces.append(piece)
            if isinstance(node, Tag):
                self._starts[id(node)] = len(self._pieces)
                open_elements.append(node)

    def inside(self, element: Tag) -> Sequence[str | Tag]:
        """Give the words and pictures inside an element."""
        return self._pieces[self._starts.get(id(element), 0) : self._ends.get(id(element), len(self._pieces))]


def _piece(node: PageElement, is_exposed: Callable[[Tag], bool]) -> str | Tag | None:
    if isinstance(node, NavigableString):
        is_said = not isinstance(node, PreformattedString) and node.parent is not None and is_exposed(node.parent)
        return str(node) if is_said else None
    return node if isinstance(node, Tag) and node.name in PICTURES and is_exposed(node) else None
