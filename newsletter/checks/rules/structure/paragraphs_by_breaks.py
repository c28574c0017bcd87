"""Paragraphs made by line breaks.

## Why it matters

A screen reader jumps from paragraph to paragraph. With <br><br> a whole letter is one block that has to be heard at
once.

## Fails

```html
<div>Good morning.<br><br>We have moved.<br><br>Come and see.</div>
```

## Passes

```html
<p>Good morning.</p><p>We have moved.</p><p>Come and see.</p>
```

## Silent

On a single pair of breaks, and on breaks without words around them.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MIN_PAIRS = 2


def find(document: Document) -> Iterator[Defect]:
    """Find elements with two or more pairs of breaks between words."""
    for parent in {id(it.parent): it.parent for it in document.find("br") if it.parent is not None}.values():
        pairs, breaks, has_words = 0, 0, False
        for node in parent.contents:
            if isinstance(node, Tag) and node.name == "br":
                breaks += 1
            elif (node.get_text() if isinstance(node, Tag) else str(node)).strip():
                pairs += breaks >= MIN_PAIRS and has_words
                breaks, has_words = 0, True
        if pairs >= MIN_PAIRS:
            yield Defect("Put each paragraph into <p>, with a margin in place of the empty line.", parent)


rule = Rule(__name__, Impact.MINOR, find, wcag=("1.3.1",))
