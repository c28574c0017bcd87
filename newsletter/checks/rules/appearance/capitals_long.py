"""A passage in capitals.

## Why it matters

Words in capitals have no shape to recognise: everybody reads them more slowly, and some screen readers spell them out.

## Fails

```html
<p>PLEASE LOOK AT THE NEW OPENING HOURS BEFORE YOU COME TO SEE US</p>
```

## Passes

```html
<p>Please look at the new opening hours before you come to see us.</p>
```

## Silent

Up to eight words. Capitals that a style makes (text-transform) weigh the same for the eye; a screen reader reads them
as words.

## References

- British Dyslexia Association, style guide; WCAG 2.2, technique C22 on styles in place of typed capitals
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.nesting import text_blocks
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MAX_WORDS = 8


def find(document: Document) -> Iterator[Defect]:
    """Find text of more than eight words that is typed, or shown, in capitals."""
    for block in text_blocks(document):
        style = document.cascade.style(block)
        words = re.findall(r"[^\W\d_]{2,}", document.words(block))
        is_capital = style.transform == "uppercase" or "".join(words).isupper()
        if len(words) > MAX_WORDS and is_capital and style.is_seen:
            yield Defect("Write long passages in small letters.", block)


rule = Rule(__name__, Impact.MINOR, find)
