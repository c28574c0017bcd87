"""Words spaced out by typing.

## Why it matters

A screen reader spells “S A L E” letter by letter, and no search finds it.

## Fails

```html
<p>S A L E</p>
```

## Passes

```html
<p style="letter-spacing:0.3em">SALE</p>
```

## Silent

On fewer than four single letters in a row, and on digits.

## References

- WCAG 2.2, 1.3.2 Meaningful Sequence; technique F32
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_][ \u00a0]){3,}[^\W\d_](?!\S)")


def find(document: Document) -> Iterator[Defect]:
    """Find rows of four or more single letters with spaces between them."""
    for element, own in document.index.texts:
        if any(map(_SPACED.search, own)) and document.is_exposed(element):
            yield Defect("Write the word without spaces, and space it by letter-spacing.", element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.2",))
