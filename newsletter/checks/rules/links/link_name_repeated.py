"""Links that a list of links cannot tell apart.

## Why it matters

A screen reader lists all links of a letter without what stands around them. Two with the same name and different
places are a riddle there.

## Fails

```html
<ul><li>Chat: <a href="https://example.org/chat">contact us</a></li>
<li>Shop: <a href="https://example.com/">contact us</a></li></ul>
```

## Passes

```html
<ul><li><a href="https://example.org/chat">Contact us by chat</a></li>
<li><a href="https://example.com/">Contact the shop</a></li></ul>
```

## Silent

As link-text-ambiguous, which asks only where the words around the links do not differ either.

## References

- WCAG 2.2, 2.4.9 Link Purpose (Link Only), level AAA
- ACT b20e66
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.checks.targets import namesakes
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links with the name of a link before them, and with another target."""
    for link, other, is_sure in namesakes(document, lambda _: ""):
        message = f"Another link says “{document.name(other)}” and leads elsewhere: say in both what differs."
        yield Defect(message, link, Outcome.FAIL if is_sure else Outcome.REVIEW)


rule = Rule(__name__, Impact.MINOR, find, wcag=("2.4.9",), act=("b20e66",), optional=True)
