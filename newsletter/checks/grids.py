"""Tables of data as grids: which cell stands in which column and row (HTML, 4.9.12 Forming a table)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag

from newsletter.checks.aria.roles import explicit_role

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE_ROLES = frozenset({"", "table", "grid", "treegrid"})
MAX_SPAN = 1000


def is_data_table(table: Tag) -> bool:
    """Whether a table is exposed as one: it has no role, or that of a table."""
    return explicit_role(table) in TABLE_ROLES


def rows_of(table: Tag) -> list[Tag]:
    """List the rows of a table, without those of tables inside it."""
    rows = []
    for child in table.find_all(recursive=False):
        if child.name == "tr":
            rows.append(child)
        elif child.name in {"thead", "tbody", "tfoot"}:
            rows += child.find_all("tr", recursive=False)
    return rows


def words_of(cell: Tag, name: str) -> list[str]:
    """List the words of an attribute; the parser has split some of them already."""
    value = cell.get(name) or ""
    return value.split() if isinstance(value, str) else list(value)


def grid_of(table: Tag) -> dict[tuple[int, int], Tag]:
    """Give every place of a table, (row, column), with the cell that covers it."""
    grid: dict[tuple[int, int], Tag] = {}
    for row, element in enumerate(rows_of(table)):
        column = 0
        for cell in _cells(element):
            while (row, column) in grid:
                column += 1
            height, width = _span(cell, "rowspan"), _span(cell, "colspan")
            for down in range(height):
                for along in range(width):
                    grid[row + down, column + along] = cell
            column += width
    return grid


def _cells(row: Tag) -> Iterator[Tag]:
    yield from (child for child in row.contents if isinstance(child, Tag) and child.name in {"td", "th"})


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "").strip()
    return min(max(int(value), 1), MAX_SPAN) if value.isdecimal() else 1
