"""A table of data without a name.

## Why it matters

Screen readers list the tables of a letter, and say a table’s name on entering it. Without one it is “table, three
columns”.

## Fails

```html
<table><tr><th scope="col">Session</th><th scope="col">Fee</th></tr><tr><td>One hour</td><td>60 pounds</td></tr></table>
```

## Passes

```html
<table><caption>Fees</caption><tr><th scope="col">Session</th><th scope="col">Fee</th></tr>
<tr><td>One hour</td><td>60 pounds</td></tr></table>
```

## Silent

Off unless selected: no criterion asks for it. On layout tables, on tables without header cells, and right below a
heading, which names it for those who see.

## References

- WCAG technique H39
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import HEADINGS
from newsletter.checks.grids import is_data_table
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find tables with header cells that have no caption, summary or name, and no heading right before them."""
    for table in document.find("table"):
        if not is_data_table(table) or table.find("th") is None:
            continue
        before = table.find_previous_sibling()
        has_heading = before is not None and before.name in HEADINGS
        if not has_heading and not document.name(table) and not str(table.get("summary") or "").strip():
            yield Defect("Say what the table holds: <caption>…</caption>.", table)


rule = Rule(__name__, Impact.MINOR, find, optional=True)
