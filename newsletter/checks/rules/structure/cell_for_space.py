"""An empty cell that makes room.

## Why it matters

Screen readers stop at a non-breaking space: “blank”, again and again, between two paragraphs.

## Fails

```html
<table role="presentation"><tr><td>Good morning</td></tr><tr><td height="20">&nbsp;</td></tr></table>
```

## Passes

```html
<table role="presentation"><tr><td style="padding-bottom:20px">Good morning</td></tr></table>
```

## Silent

Off unless selected: what is heard differs by program. On cells that are empty or hidden from screen readers, and in
tables of data, where an empty cell may mean something.

## References

- Practice; WCAG 2.2, technique C8 on spacing by CSS
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import PRESENTATION, explicit_role
from newsletter.checks.nesting import nearest
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find cells of layout tables that hold nothing but non-breaking spaces."""
    for cell in document.find("td"):
        text = "" if cell.find() is not None else cell.get_text()
        if "\xa0" not in text or text.strip():
            continue
        table = nearest(cell, ("table",))
        if table is not None and explicit_role(table) in PRESENTATION:
            yield Defect('Make room by padding, or hide the cell: aria-hidden="true".', cell)


rule = Rule(__name__, Impact.MINOR, find, optional=True)
