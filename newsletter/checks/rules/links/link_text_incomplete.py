"""Link words that say where they lead only together with what stands around them.

## Why it matters

A list of the links of a letter is a way to read it. “This product” and “PDF” say nothing there.

## Fails

```html
<p>See the description of <a href="https://example.org/lamp">this product</a> before you order.</p>
```

## Passes

```html
<p>See the <a href="https://example.org/lamp">description of the lamp</a> before you order.</p>
```

## Silent

Off unless selected; `link-text-vague` asks the same where nothing around the link helps either.

## References

- WCAG 2.2, 2.4.9 Link Purpose (Link Only), level AAA
- ACT aizyf1
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import LINKS
from newsletter.checks.phrases import POINTING, VAGUE, plain
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links whose whole name is a phrase that any link could have, or one that points beside itself."""
    for link in document.find_roles(*LINKS):
        name = plain(document.name(link))
        if name in VAGUE or POINTING.fullmatch(name):
            yield Defect(f"“{document.name(link)}” says nothing in a list of links: say where it leads.", link)


rule = Rule(__name__, Impact.MINOR, find, wcag=("2.4.9",), act=("aizyf1",), optional=True)
