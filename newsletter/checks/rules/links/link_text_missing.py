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

On anchors without href, on hidden links, and on links that have the role of something else.

## References

- WCAG 2.2, 2.4.4 Link Purpose (In Context) and 4.1.2 Name, Role, Value
- ACT c487ae
- Email Markup Consortium, accessibility report: on 71% of emails in 2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import LINKS
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links, areas of image maps, and what has the role of a link, without an accessible name."""
    for element in document.find_roles(*LINKS):
        if not document.name(element):
            yield Defect("Say in the link's words, or in its image's alt, where it leads.", element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("2.4.4", "4.1.2"), act=("c487ae",))
