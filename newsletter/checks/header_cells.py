"""Which headers of a table speak for a cell of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsletter.checks.grids import grid_of, is_data_table, is_header
from newsletter.checks.nesting import nearest

if TYPE_CHECKING:
    from bs4 import Tag

    from newsletter.checks.document import Document

# (is it a row, its number)
Line = tuple[bool, int]
# More headers of one cell are a table gone wrong, and nobody hears them out.
MAX_HEADERS = 20


def header_words(document: Document, cell: Tag) -> str:
    """Give the words of the headers in the row and the column of a cell; none in a table for layout."""
    table = nearest(cell, ("table",))
    if table is None or not is_data_table(table):
        return ""
    headers = document.once(_Tables).headers_in(table).of(cell)
    return " ".join(document.words(header) for header in headers if header is not cell)


class _Tables:
    """The tables of one document; each is read when it is first asked for."""

    def __init__(self, _document: Document) -> None:
        self._known: dict[int, _Headers] = {}

    def headers_in(self, table: Tag) -> _Headers:
        if id(table) not in self._known:
            self._known[id(table)] = _Headers.read(table)
        return self._known[id(table)]


@dataclass(frozen=True, slots=True)
class _Headers:
    """The headers of each row and column of one table, and the rows and columns of each cell."""

    headers: dict[Line, dict[int, Tag]] = field(default_factory=dict)
    lines: dict[int, dict[Line, None]] = field(default_factory=dict)

    @staticmethod
    def read(table: Tag) -> _Headers:
        known = _Headers()
        for (row, column), cell in grid_of(table).items():
            for line in ((False, column), (True, row)):
                known.lines.setdefault(id(cell), {})[line] = None
                if is_header(cell) and len(known.headers.setdefault(line, {})) < MAX_HEADERS:
                    known.headers[line][id(cell)] = cell
        return known

    def of(self, cell: Tag) -> list[Tag]:
        found = {key: it for line in self.lines.get(id(cell), ()) for key, it in self.headers.get(line, {}).items()}
        return list(found.values())[:MAX_HEADERS]
