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
short cells without tables or pictures inside; of such a table with two columns it asks for a look (`review`). Some
tools lay out with th alone: where every cell is a header, none is data. Each nested table needs a role of its own.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- Email Markup Consortium, accessibility report: on 84% of emails in 2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.grids import has_data_marks, looks_like_data
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find tables that lay something out and do not say so."""
    for table in document.find("table"):
        own = document.table_parts[id(table)]
        is_data = has_data_marks(table, own) or looks_like_data(own)
        if is_data or str(table.get("role") or "").strip():
            continue
        if looks_like_data(own, columns=2):
            message = 'Is it data? Then give it headers, <th>; if it lays something out, role="presentation".'
            yield Defect(message, table, Outcome.REVIEW)
        else:
            yield Defect('Add role="presentation" to this layout table.', table)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.1",))
