"""Tables of data as grids: which cell stands in which column and row (HTML, 4.9.12 Forming a table).

A table may also be made of other elements with the roles of ARIA.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag

from newsletter.checks.aria.roles import explicit_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

TABLE_ROLES = frozenset({"", "table", "grid", "treegrid"})
CELLS = frozenset({"td", "th"})
HEADERS = frozenset({"columnheader", "rowheader"})
MAX_SPAN = 1000
MAX_PLACES = 200_000
# (row, column) → the cell that covers it
Grid = dict[tuple[int, int], Tag]
# Only tables of data have them; what looks like data without them has at least so many rows and columns of short cells.
DATA_MARKS = frozenset({"caption", "colgroup", "thead", "tfoot"})
MIN_DATA_ROWS = 3
MIN_DATA_COLUMNS = 3
MAX_CELL_WORDS = 12
_CELL_ROLES = HEADERS | {"cell", "gridcell"}


def is_data_table(table: Tag) -> bool:
    """Whether a table is exposed as one: it has no role, or that of a table."""
    return explicit_role(table) in TABLE_ROLES


def rows_of(table: Tag) -> list[Tag]:
    """List the rows of a table, without those of tables inside it."""
    rows = []
    for child in table.find_all(recursive=False):
        if child.name == "tr" or explicit_role(child) == "row":
            rows.append(child)
        elif child.name in {"thead", "tbody", "tfoot"} or explicit_role(child) in {"rowgroup", "presentation", "none"}:
            rows += rows_of(child)
    return rows


def is_header(cell: Tag) -> bool:
    """Whether a cell is a header by its role, or by its name where it has none."""
    role = explicit_role(cell)
    return role in HEADERS or (cell.name == "th" and not role)


def grid_of(table: Tag) -> Grid:
    """Give every place of a table, (row, column), with the cell that covers it.

    No cell reaches below the last row. Of a table of more places than any email has, the first are given.
    """
    grid: Grid = {}
    rows = rows_of(table)
    for row, element in enumerate(rows):
        column = 0
        for cell in _cells(element):
            while (row, column) in grid:
                column += 1
            height, width = min(_span(cell, "rowspan"), len(rows) - row), _span(cell, "colspan")
            grid.update(((row + down, column + along), cell) for down in range(height) for along in range(width))
            column += width
            if len(grid) > MAX_PLACES:
                return grid
    return grid


def parts_of_tables(elements: Iterable[Tag]) -> dict[int, list[Tag]]:
    """Sort elements by the table they belong to, the nearest around them; id of table → its parts."""
    owners: dict[int, int] = {}
    parts: dict[int, list[Tag]] = {}
    for element in elements:
        parent = element.parent
        is_in_table = parent is not None and parent.name == "table"
        owner = id(parent) if is_in_table else owners.get(id(parent), 0)
        owners[id(element)] = owner
        parts.setdefault(owner, []).append(element)
        if element.name == "table":
            parts.setdefault(id(element), [])
    return parts


def has_data_marks(table: Tag, parts: Sequence[Tag]) -> bool:
    """Whether a table, of which these are the parts, has what only tables of data have."""
    names = {part.name for part in parts}
    # Header cells alone are columns laid out with the wrong element.
    if table.get("summary") or DATA_MARKS & names or {"th", "td"} <= names:
        return True
    return any(part.name in CELLS and (part.get("scope") or part.get("headers")) for part in parts)


def looks_like_data(parts: Sequence[Tag], columns: int = MIN_DATA_COLUMNS) -> bool:
    """Whether a table of these parts has short cells in several rows and columns, and no table or picture inside."""
    rows = [list(_cells(part)) for part in parts if part.name == "tr"]
    if len(rows) < MIN_DATA_ROWS or min(map(len, rows)) < columns:
        return False
    if any(part.name in {"table", "img"} for part in parts):
        return False
    return all(0 < len(cell.get_text().split()) <= MAX_CELL_WORDS for row in rows for cell in row)


def _cells(row: Tag) -> Iterator[Tag]:
    children = (child for child in row.contents if isinstance(child, Tag))
    yield from (child for child in children if child.name in CELLS or explicit_role(child) in _CELL_ROLES)


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or cell.get(f"aria-{name}") or "").strip()
    return min(max(int(value), 1), MAX_SPAN) if value.isdecimal() else 1
