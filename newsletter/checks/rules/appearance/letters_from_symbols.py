"""Letters made of mathematical symbols.

## Why it matters

A screen reader says “mathematical bold small b” for each, or nothing at all.

## Fails

```html
<p>𝗦𝗮𝗹𝗲 ends on Friday</p>
```

## Passes

```html
<p><b>Sale</b> ends on Friday</p>
```

## Silent

On fewer than three such symbols next to each other, as formulas have them, and on hidden words.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- Unicode, Mathematical Alphanumeric Symbols (U+1D400 to U+1D7FF), Enclosed Alphanumerics
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

_SYMBOLS = re.compile(
    "[\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\uff21-\uff3a\uff41-\uff5a]{3,}"
)


def find(document: Document) -> Iterator[Defect]:
    """Find words written in symbols that look like letters."""
    if document.html.isascii() and "&#" not in document.html:
        return
    for element, own in document.index.texts:
        if any(not it.isascii() and _SYMBOLS.search(it) for it in own) and document.is_exposed(element):
            yield Defect("Write plain letters, and make them bold or italic by style.", element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.1",))
