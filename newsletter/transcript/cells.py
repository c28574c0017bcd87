"""The cells of a data table, and the headers that a screen reader says before each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.transcript.roles import is_said

if TYPE_CHECKING:
    from bs4 import Tag


def said_cells(table: Tag) -> list[list[Tag]]:
    """Find the cells of each row, without those of tables inside and those that nobody hears."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    return [[cell for cell in row.find_all(["th", "td"], recursive=False) if is_said(cell)] for row in rows]


def headers_of(grid: list[list[Tag]], row: int, column: int) -> list[Tag]:
    """Find the header of a cell's column and, beside a row's header, that of its row; cells count from 0."""
    if row == 0:
        return []
    above = grid[0][column : column + 1]
    beside = grid[row][:1] if column else []
    return [cell for cell in (*above, *beside) if cell.name == "th"]


def header_kind(cell: Tag, row: int) -> str:
    """Say what kind of header a cell is; empty where it is none."""
    if cell.name != "th":
        return ""
    return "column header" if row == 0 else "row header"
