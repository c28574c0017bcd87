"""A layout table for Outlook that a screen reader announces as data.

## Why it matters

Tables inside MSO comments are there for Outlook for Windows alone, to hold the width or to make columns. Without a role
its readers hear “table with 1 row” at each of them.

## Fails

```html
<!--[if mso]><table width="600"><tr><td><![endif]-->
<p>Good morning</p>
<!--[if mso]></td></tr></table><![endif]-->
```

## Passes

```html
<!--[if mso]><table role="presentation" width="600"><tr><td><![endif]-->
<p>Good morning</p>
<!--[if mso]></td></tr></table><![endif]-->
```

## Silent

On tables outside of MSO comments, which `layout-table-role-missing` asks about, and on those with the marks of data.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.grids import has_data_marks
from newsletter.checks.outlook import parts_for_outlook
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


# Reading the email a second time, as Outlook does, is only worth it where a comment may hold such a table.
BARE_TABLE = re.compile(r"<table\b(?![^>]*\srole\s*=)", re.IGNORECASE)


def find(document: Document) -> Iterator[Defect]:
    """Find tables that only Outlook sees and that do not say that they lay something out."""
    has_any = any(map(BARE_TABLE.search, parts_for_outlook(document.html)))
    view = document.outlook_view if has_any else None
    if view is None:
        return
    seen_by_all = {(it.sourceline, it.sourcepos) for it in document.index.named("table")}
    for table in view.index.named("table"):
        is_own = (table.sourceline, table.sourcepos) not in seen_by_all
        if (
            is_own
            and not str(table.get("role") or "").strip()
            and not has_data_marks(table, view.table_parts[id(table)])
        ):
            yield Defect('Add role="presentation" to this table too: Outlook reads it.', table)


rule = Rule(__name__, Impact.MINOR, find, wcag=("1.3.1",))
