"""A layout table with the marks of a table of data.

## Why it matters

It says that it only lays out, and then speaks of header cells or a caption: programs differ in whom they believe.

## Fails

```html
<table role="presentation"><tr><th>Our hours</th></tr></table>
```

## Passes

```html
<table role="presentation"><tr><td>Our hours</td></tr></table>
```

## Silent

On tables without the role of presentation, and on marks in tables inside.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- WCAG failure F46
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import PRESENTATION
from newsletter.checks.grids import rows_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find tables of presentation with th, caption, summary, scope or headers."""
    for table in document.find("table"):
        if PRESENTATION & set(str(table.get("role") or "").lower().split()) and (mark := _mark(table)):
            yield Defect(f"Leave {mark} out of this layout table, or the role if it holds data.", table)


def _mark(table: Tag) -> str:
    """Name the first mark of data; empty without one. th are responsive columns in some frameworks: use td."""
    if str(table.get("summary") or "").strip():
        return "summary"
    if table.find("caption", recursive=False) is not None:
        return "caption"
    cells = [cell for row in rows_of(table) for cell in row.find_all(["td", "th"], recursive=False)]
    if any(cell.name == "th" for cell in cells):
        return "th"
    return next((name for name in ("scope", "headers") for cell in cells if cell.get(name)), "")


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.3.1",))
