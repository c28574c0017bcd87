"""A cell whose headers attribute names no header cell of its table.

## Why it matters

The screen reader looks for the header that belongs to the figure and finds none: the reader hears a number without a
word.

## Fails

```html
<table><caption>Years</caption><tr><th id="a">Year</th></tr><tr><td headers="b">2026</td></tr></table>
```

## Passes

```html
<table><caption>Years</caption><tr><th id="a">Year</th></tr><tr><td headers="a">2026</td></tr></table>
```

## Silent

On hidden tables and on layout tables. It asks for a look (`review`) at ids of cells that are no headers.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- ACT a25f45
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import words_of
from newsletter.checks.grids import CELLS, is_data_table, is_header
from newsletter.checks.nesting import nearest
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find headers attributes with an id that is not a header cell of the same table, or is the cell itself."""
    for cell in document.index.having("headers"):
        table = nearest(cell, {"table"})
        names = words_of(cell, "headers")
        is_seen = document.is_exposed(cell) and document.cascade.style(cell).is_seen
        if cell.name not in CELLS or not names or table is None or not is_data_table(table) or not is_seen:
            continue
        for name in names:
            target = document.index.by_id.get(name)
            message = f"“{name}” is not a header cell of this table: name one, or leave headers out."
            if not _is_cell_of(target, table) or target is cell:
                yield Defect(message, cell)
                break
            if target is not None and not is_header(target):
                yield Defect(message, cell, Outcome.REVIEW)
                break


def _is_cell_of(target: Tag | None, table: Tag) -> bool:
    return target is not None and target.name in CELLS and nearest(target, {"table"}) is table


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.1",), act=("a25f45",))
