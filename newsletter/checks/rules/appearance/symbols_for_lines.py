"""A line or a picture drawn with characters.

## Why it matters

A screen reader reads it aloud: “dash dash dash dash”, or “equals” forty times.

## Fails

```html
<p>Opening hours</p><p>--------------------</p>
```

## Passes

```html
<p>Opening hours</p><hr>
```

## Silent

Up to four of a kind, on lines hidden from screen readers, in code, and in words with a gap to fill in (“Name ____”).

## References

- WCAG 2.2, 1.1.1 Non-text Content; technique H86 on ASCII art
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.nesting import nearest
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


ROW = re.compile(r"([-=*~#+·•–—─━═▬.|/\\^<>]|[-=*~] )\1{4,}")
CODE = ["pre", "code", "samp", "kbd", "textarea"]


def find(document: Document) -> Iterator[Defect]:
    """Find five or more of one sign in a row."""
    for element, own in document.index.texts:
        if not any(map(ROW.search, own)) or element.name in CODE or nearest(element, CODE) is not None:
            continue
        if document.is_exposed(element):
            yield Defect('Draw lines by <hr> or a border, or hide them: aria-hidden="true".', element)


rule = Rule(__name__, Impact.MINOR, find, wcag=("1.1.1",))
