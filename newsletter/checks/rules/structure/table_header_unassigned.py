"""A header cell over no cell.

## Why it matters

A screen reader says the header of each cell. A header without cells is a sign that the columns have slipped.

## Fails

```html
<table><caption>Rates</caption><tr><th>Rate</th><th>Value</th></tr><tr><td>15%</td></tr></table>
```

## Passes

```html
<table><caption>Rates</caption><tr><th>Rate</th><th>Value</th></tr><tr><td>15%</td><td>3</td></tr></table>
```

## Silent

On hidden headers and tables, on layout tables, on header cells with the role of something else, and where every cell
is a header: that is a layout table, and layout-table-role-missing speaks of it.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- ACT d0f69e
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import explicit_role
from newsletter.checks.grids import HEADERS, TABLE_ROLES, grid_of, is_data_table, is_header, words_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find header cells to which no cell is assigned, by their column, their row, their scope or by headers."""
    for table in document.elements if document.index.of_role(*HEADERS) else ():
        is_table = is_data_table(table) if table.name == "table" else explicit_role(table) in TABLE_ROLES - {""}
        if not is_table or not document.is_exposed(table):
            continue
        grid = grid_of(table)
        if all(map(is_header, grid.values())):
            continue
        named = {name for cell in grid.values() for name in words_of(cell, "headers")}
        headers = {id(cell): cell for cell in grid.values() if is_header(cell) and document.is_exposed(cell)}
        for header in headers.values():
            if str(header.get("id") or "") not in named and not _has_cells(grid, header):
                yield Defect("This header cell has no cell: add one, or make it a plain cell.", header)


def _has_cells(grid: dict[tuple[int, int], Tag], header: Tag) -> bool:
    """Whether a cell without headers of its own stands where the header speaks (HTML, 4.9.12.2)."""
    places = [place for place, cell in grid.items() if cell is header]
    rows, columns = {row for row, _ in places}, {column for _, column in places}
    scope = str(header.get("scope") or "").lower() or _guess_scope(grid, rows)
    for (row, column), cell in grid.items():
        if cell is header or cell.has_attr("headers"):
            continue
        is_below = column in columns and row > max(rows) and scope in {"col", ""}
        is_beside = row in rows and column > max(columns) and scope in {"row", ""}
        if is_below or is_beside or scope in {"rowgroup", "colgroup"}:
            return True
    return False


def _guess_scope(grid: dict[tuple[int, int], Tag], rows: set[int]) -> str:
    """A header without a scope speaks for its column where its row holds headers only."""
    return "" if any(row in rows and not is_header(cell) for (row, _), cell in grid.items()) else "col"


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.3.1",), act=("d0f69e",))
