"""A table of data without header cells.

## Why it matters

A screen reader says the header before each cell: “Fee: 60 pounds”. Without headers there are only figures, and nobody
can tell which is which.

## Fails

```html
<table><caption>Fees</caption><tr><td>Session</td><td>Fee</td></tr><tr><td>One hour</td><td>60 pounds</td></tr></table>
```

## Passes

```html
<table><caption>Fees</caption><tr><th scope="col">Session</th><th scope="col">Fee</th></tr>
<tr><td>One hour</td><td>60 pounds</td></tr></table>
```

## Silent

On layout tables, on tables of one row or one column, and on receipts of two columns without a caption. Where a table
has column groups or scopes, or only looks as if it held data (three rows and columns of short cells, many with
figures), it asks for a look (`review`).

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- WCAG technique H51
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.grids import has_data_marks, is_data_table, looks_like_data, rows_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bs4 import Tag

    from newsletter.checks.document import Document


MESSAGE = 'Make the cells that name a column or a row headers: <th scope="col">.'
HEADER_ROLES = frozenset({"columnheader", "rowheader"})
MIN_SIDE = 2
MIN_FIGURES = 0.3


def find(document: Document) -> Iterator[Defect]:
    """Find tables that say, or look as if, they hold data, and have no header cell."""
    for table in document.find("table"):
        if not is_data_table(table):
            continue
        own = document.table_parts[id(table)]
        if any(it.name == "th" or it.get("role") in HEADER_ROLES for it in own) or not _is_wide(table):
            continue
        if _says_data(table, own):
            yield Defect(MESSAGE, table)
        elif has_data_marks(table, own) or (looks_like_data(own) and _share_of_figures(own) >= MIN_FIGURES):
            yield Defect(f'{MESSAGE} If it lays something out, role="presentation".', table, Outcome.REVIEW)


def _says_data(table: Tag, own: Sequence[Tag]) -> bool:
    """Whether a table says outright that it holds data; column groups and the like are in layout tables too."""
    said = [str(table.get(name) or "").strip() for name in ("role", "summary")]
    return any(said) or any(part.name == "caption" for part in own)


def _is_wide(table: Tag) -> bool:
    rows = rows_of(table)
    return len(rows) >= MIN_SIDE and max(len(row.find_all("td", recursive=False)) for row in rows) >= MIN_SIDE


def _share_of_figures(parts: Sequence[Tag]) -> float:
    words = [part.get_text() for part in parts if part.name == "td"]
    return sum(any(map(str.isdigit, it)) for it in words) / len(words)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.1",))
