"""A link without words.

## Why it matters

A screen reader says “link”, or spells the address out. Nobody can tell where it leads.

## Fails

```html
<a href="https://example.org/"><img src="a.png" alt=""></a>
```

## Passes

```html
<a href="https://example.org/"><img src="a.png" alt="Our website"></a>
```

## Silent

On anchors without href, and on hidden links.

## References

- WCAG 2.2, 2.4.4 Link Purpose (In Context) and 4.1.2 Name, Role, Value
- ACT c487ae
- Email Markup Consortium, accessibility report: on 71% of emails in 2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links whose accessible name is empty."""
    for link in document.find("a"):
        if link.has_attr("href") and not document.name(link):
            yield Defect("Say in the link's words, or in its image's alt, where it leads.", link)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("2.4.4", "4.1.2"), act=("c487ae",))
