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

On hidden tables and on layout tables.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- ACT a25f45
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import explicit_role
from newsletter.checks.grids import is_data_table, words_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


HEADERS = frozenset({"columnheader", "rowheader"})


def find(document: Document) -> Iterator[Defect]:
    """Find headers attributes with an id that is not a header cell of the same table, or is the cell itself."""
    for cell in document.find("td", "th"):
        table = cell.find_parent("table")
        names = words_of(cell, "headers")
        is_seen = document.cascade.style(cell).is_seen
        if not names or table is None or not is_data_table(table) or not is_seen:
            continue
        for name in names:
            target = document.by_id.get(name)
            if target is None or target is cell or target.find_parent("table") is not table or not _is_header(target):
                yield Defect(f"“{name}” is not a header cell of this table: name one, or leave headers out.", cell)
                break


def _is_header(cell: Tag) -> bool:
    return cell.name == "th" or explicit_role(cell) in HEADERS


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.1",), act=("a25f45",))
