"""Tables of data, told apart from tables that only lay a page out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.markdown.inlines import trim
from newsletter.model import Alignment, Strong, Table
from newsletter.sources.page.shaping import without_stress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4 import Tag

    from newsletter.model import Inlines
    from newsletter.sources.page.inlines import InlineReader

MIN_ROWS = 2
MIN_COLUMNS = 2
MAX_CELL_WORDS = 120
_BLOCKS = ["table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "iframe", "form", "blockquote", "pre", "figure"]


def rows_of(table: Tag) -> list[Tag]:
    """List a table's own rows, not those of tables inside it."""
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def cells_of(row: Tag) -> list[Tag]:
    """List a row's cells."""
    return row.find_all(["td", "th"], recursive=False)


def is_data_table(table: Tag) -> bool:
    """Whether a table is one of data: it has headers or a caption, or it is a grid of short cells without blocks.

    After the heuristics that browsers use for assistive technology (Chromium, AXTableHeuristics; HTML, 4.9.1).
    """
    if table.get("role") in {"presentation", "none"}:
        return False
    rows = [cells_of(row) for row in rows_of(table)]
    if not rows or max(len(row) for row in rows) < MIN_COLUMNS:
        return False
    cells = [cell for row in rows for cell in row]
    has_headers = any(cell.name == "th" for cell in cells) and not table.find("table")
    if has_headers or table.find("caption", recursive=False):
        return True
    is_short = all(len(cell.get_text().split()) <= MAX_CELL_WORDS for cell in cells)
    has_blocks = any(cell.find(_BLOCKS) for cell in cells)
    is_even = len({len(line) for line in _grid(rows_of(table))}) == 1
    return len(rows) >= MIN_ROWS and is_short and is_even and not has_blocks


def read_table(table: Tag, inlines: InlineReader) -> Table:
    """Read a data table; a cell that spans several is followed by empty ones."""
    rows = [row for row in rows_of(table) if cells_of(row)]
    grid = _grid(rows)
    columns = max(map(len, grid))
    grid = [(line + [None] * columns)[:columns] for line in grid]
    has_header = _has_header(rows)
    heads = [rows[0]] if has_header else []
    read = [tuple(_read_cell(cell, inlines, heads) for cell in line) for line in grid]
    header = tuple(map(without_stress, read[0])) if has_header else ((),) * columns
    caption = table.find("caption")
    alignments = tuple(_alignment(cell) for cell in grid[-1])
    return Table(header, tuple(read[1:] if has_header else read), alignments, inlines.read(caption) if caption else ())


def _has_header(rows: Sequence[Tag]) -> bool:
    """Whether the first row names the columns: a header in its first cell alone names the row."""
    cells = cells_of(rows[0])
    is_named = len(cells) > 1 and all(cell.name == "th" for cell in cells[1:])
    is_bold = len(rows) > 1 and all(map(_is_strong, cells))
    return is_named or is_bold or rows[0].find_parent("thead") is not None or cells[-1].name == "th"


def _read_cell(cell: Tag | None, inlines: InlineReader, heads: Sequence[Tag]) -> Inlines:
    """Read a cell; the header of a row becomes bold, because Markdown has none."""
    content = trim(inlines.read(cell.children)) if cell else ()
    names_row = cell is not None and cell.name == "th" and not any(cell.parent is row for row in heads)
    return (Strong(without_stress(content)),) if names_row and content else content


def _is_strong(cell: Tag) -> bool:
    """Whether all words of a cell are bold: how people write headers where an editor offers none."""
    words = "".join(cell.get_text().split())
    strong = "".join("".join(part.get_text().split()) for part in cell.find_all(["strong", "b"]))
    return bool(words) and words == strong


def _grid(rows: list[Tag]) -> list[list[Tag | None]]:
    """Give each row its cells by column; what a cell spans beside and below it is None."""
    grid: list[list[Tag | None]] = []
    open_below: dict[int, int] = {}
    for row in rows:
        line: list[Tag | None] = []
        for cell in [*cells_of(row), None]:
            while open_below.get(len(line), 0):
                open_below[len(line)] -= 1
                line.append(None)
            if cell is None:
                break
            for column in range(len(line), len(line) + _span(cell, "colspan")):
                open_below[column] = _span(cell, "rowspan") - 1
            line += [cell, *[None] * (_span(cell, "colspan") - 1)]
        grid.append(line)
    return grid


def _span(cell: Tag, name: str) -> int:
    span = str(cell.get(name) or "1")
    return min(int(span), 50) if span.isdecimal() and int(span) else 1


def _alignment(cell: Tag | None) -> Alignment:
    said = f"{cell.get('align') or ''} {cell.get('style') or ''}".lower() if cell else ""
    if "center" in said:
        return Alignment.CENTER
    return Alignment.END if "right" in said else Alignment.START
