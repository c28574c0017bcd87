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

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import explicit_role, words_of
from newsletter.checks.grids import HEADERS, TABLE_ROLES, grid_of, is_data_table, is_header
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document
    from newsletter.checks.grids import Grid


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
        reach = _Reach.read(grid)
        for header in headers.values():
            if str(header.get("id") or "") not in named and not reach.has_cells(header):
                yield Defect("This header cell has no cell: add one, or make it a plain cell.", header)


@dataclass(frozen=True, slots=True)
class _Reach:
    """Where cells without headers of their own stand: how far down each column and along each row they go."""

    places: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    lowest: dict[int, int] = field(default_factory=dict)
    farthest: dict[int, int] = field(default_factory=dict)
    free: set[int] = field(default_factory=set)
    mixed_rows: set[int] = field(default_factory=set)

    @staticmethod
    def read(grid: Grid) -> _Reach:
        reach = _Reach()
        for (row, column), cell in grid.items():
            reach.places.setdefault(id(cell), []).append((row, column))
            if not is_header(cell):
                reach.mixed_rows.add(row)
            if not cell.has_attr("headers"):
                reach.free.add(id(cell))
                reach.lowest[column] = max(row, reach.lowest.get(column, row))
                reach.farthest[row] = max(column, reach.farthest.get(row, column))
        return reach

    def has_cells(self, header: Tag) -> bool:
        """Whether such a cell stands where the header speaks (HTML, 4.9.12.2)."""
        rows, columns = ({place[axis] for place in self.places[id(header)]} for axis in (0, 1))
        # A header without a scope speaks for its column where its row holds headers only.
        scope = str(header.get("scope") or "").lower() or ("" if rows & self.mixed_rows else "col")
        if scope in {"rowgroup", "colgroup"}:
            return bool(self.free - {id(header)})
        is_above = scope in {"col", ""} and any(self.lowest.get(it, -1) > max(rows) for it in columns)
        return is_above or (scope in {"row", ""} and any(self.farthest.get(it, -1) > max(columns) for it in rows))


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.3.1",), act=("d0f69e",))
