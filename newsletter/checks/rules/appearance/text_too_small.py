"""Words that are too small to read.

## Why it matters

Below 12 pixels most people over fifty need glasses for a phone, and mail programs do not enlarge them.

## Fails

```html
<p style="font-size:10px">Opening hours</p>
```

## Passes

```html
<p style="font-size:14px">Opening hours</p>
```

## Silent

From 12 pixels on, on words that nobody sees, on single characters, and on sub- and superscripts.

## References

- Practice; WCAG 2.2, 1.4.4 asks that text can be enlarged
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.legibility import worded
from newsletter.checks.nesting import insiders
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

MIN_SIZE = 12.0
_RAISED = frozenset({"sub", "sup"})


def find(document: Document) -> Iterator[Defect]:
    """Find seen words of less than 12 pixels."""
    raised = insiders(document, _RAISED)
    for element in worded(document):
        style = document.cascade.style(element)
        if style.font_size >= MIN_SIZE or not style.is_seen or element.name in _RAISED or id(element) in raised:
            continue
        if document.is_exposed(element):
            yield Defect(f"{style.font_size:g} pixels are too small: use 14 or more.", element)


rule = Rule(__name__, Impact.MODERATE, find)
