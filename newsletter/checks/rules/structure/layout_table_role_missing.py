"""A layout table that a screen reader announces as data.

## Why it matters

Emails are laid out with tables. Without a role, a screen reader says “table with 5 rows and 2 columns” at each of
them, and readers hear a grid where there is a letter.

## Fails

```html
<table><tr><td><p>Good morning</p></td></tr></table>
```

## Passes

```html
<table role="presentation"><tr><td><p>Good morning</p></td></tr></table>
```

## Silent

On tables of data: with th beside td, with caption, scope, headers or summary, or of at least three rows and columns of
short cells without tables or pictures inside. Some tools lay out with th alone: where every cell is a header, none is
data. Each nested table needs a role of its own.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- Email Markup Consortium, accessibility report: on 84% of emails in 2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


PRESENTATION = frozenset({"presentation", "none"})
DATA_MARKS = frozenset({"caption", "colgroup", "thead", "tfoot"})
MIN_DATA_ROWS = 3
MIN_DATA_COLUMNS = 3
MAX_CELL_WORDS = 12


def find(document: Document) -> Iterator[Defect]:
    """Find tables that lay something out and do not say so."""
    parts = _parts_of_tables(document)
    for table in document.find("table"):
        if not str(table.get("role") or "").strip() and not _is_data(table, parts[id(table)]):
            yield Defect('Add role="presentation" to this layout table.', table)


def _parts_of_tables(document: Document) -> dict[int, list[Tag]]:
    """Sort all elements by the table they belong to, the nearest around them; id of table → its parts."""
    owners: dict[int, int] = {}
    parts: dict[int, list[Tag]] = {}
    for element in document.elements:
        parent = element.parent
        is_in_table = parent is not None and parent.name == "table"
        owner = id(parent) if is_in_table else owners.get(id(parent), 0)
        owners[id(element)] = owner
        parts.setdefault(owner, []).append(element)
        if element.name == "table":
            parts.setdefault(id(element), [])
    return parts


def _is_data(table: Tag, parts: list[Tag]) -> bool:
    names = {part.name for part in parts}
    rows = [_cells_of(part) for part in parts if part.name == "tr"]
    cells = [cell for row in rows for cell in row]
    if (
        names & DATA_MARKS
        or {"th", "td"} <= names
        or table.get("summary")
        or any(cell.get("scope") or cell.get("headers") for cell in cells)
    ):
        return True
    if len(rows) < MIN_DATA_ROWS or min(map(len, rows)) < MIN_DATA_COLUMNS or names & {"table", "img"}:
        return False
    return all(0 < len(cell.get_text().split()) <= MAX_CELL_WORDS for cell in cells)


def _cells_of(row: Tag) -> list[Tag]:
    return [child for child in row.contents if isinstance(child, Tag) and child.name in {"td", "th"}]


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.1",))
