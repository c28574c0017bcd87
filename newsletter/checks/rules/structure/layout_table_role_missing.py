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

On tables of data: with th, caption, scope, headers or summary, or of at least three rows and columns of short cells
without tables or pictures inside. Each nested table needs a role of its own.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- Email Markup Consortium, accessibility report: on 84% of emails in 2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


PRESENTATION = frozenset({"presentation", "none"})
DATA_MARKS = ["th", "caption", "colgroup", "thead", "tfoot"]
MIN_DATA_ROWS = 3
MIN_DATA_COLUMNS = 3
MAX_CELL_WORDS = 12


def find(document: Document) -> Iterator[Defect]:
    """Find tables that lay something out and do not say so."""
    for table in document.find("table"):
        if not str(table.get("role") or "").strip() and not _is_data(table):
            yield Defect('Add role="presentation" to this layout table.', table)


def _is_data(table: Tag) -> bool:
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    cells = [row.find_all(["td", "th"], recursive=False) for row in rows]
    flat = [cell for row in cells for cell in row]
    marks = [mark for mark in table.find_all(DATA_MARKS) if mark.find_parent("table") is table]
    if marks or table.get("summary") or any(cell.get("scope") or cell.get("headers") for cell in flat):
        return True
    if len(rows) < MIN_DATA_ROWS or min(map(len, cells)) < MIN_DATA_COLUMNS or table.find(["table", "img"]):
        return False
    return all(0 < len(cell.get_text().split()) <= MAX_CELL_WORDS for cell in flat)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.1",))
