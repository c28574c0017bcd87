"""A link of nothing but symbols.

## Why it matters

A screen reader says the symbol’s name, such as “rightwards arrow” or “envelope”, and nothing of where the link leads.

## Fails

```html
<p><a href="https://example.org/next">→</a></p>
```

## Passes

```html
<p><a href="https://example.org/next">The next letter →</a></p>
```

## Silent

On links with a letter or a figure in their name, on links with a picture or a name in ARIA, and on footnotes’ marks
that lead to another place in the letter.

## References

- WCAG 2.2, 2.4.4 Link Purpose (In Context)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links whose name has no letter and no figure."""
    for link in document.find("a", "area"):
        href, name = str(link.get("href") or ""), document.name(link)
        if href and not href.startswith("#") and name and not any(map(str.isalnum, name)):
            yield Defect(f"Write in words where “{name}” leads.", link)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("2.4.4",))
