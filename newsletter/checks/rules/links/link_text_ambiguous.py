"""Links with the same words to different places.

## Why it matters

The words say the same, what stands around them says the same, and the addresses do not: nobody can tell the links
apart.

## Fails

```html
<p>Chat: <a href="https://example.org/contact?page=1">contact us</a>,
phone: <a href="https://example.org/contact?page=2">contact us</a></p>
```

## Passes

```html
<p><a href="https://example.org/chat">Contact us by chat</a>
or <a href="https://example.org/phone">contact us by phone</a></p>
```

## Silent

On links in sentences, items or cells of their own with other words around them, and on addresses that differ only in
what counts clicks (utm_…), in a slash at the end or in the scheme. Where addresses of one site differ in their path,
or in a long code as sending services write them, only the pages can tell: it asks for a look (`review`). So it does
where two links stand side by side and nothing tells them apart for anybody, neither words nor pictures.

## References

- WCAG 2.2, 2.4.4 Link Purpose (In Context)
- ACT fd3a94
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.contexts import BLOCKS, words_around
from newsletter.checks.nesting import nearest
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.targets import namesakes
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


PICTURES = ["img", "svg", "canvas", "picture", "video", "object"]


def find(document: Document) -> Iterator[Defect]:
    """Find links with the name and the context of a link before them, and with another target."""
    for link, other, is_sure in namesakes(document, lambda link: words_around(document, link)):
        message = f"The link “{document.name(other)}” before it leads elsewhere: say in both what differs."
        yield Defect(message, link, Outcome.FAIL if is_sure and _can_be_told(document, link, other) else Outcome.REVIEW)


def _can_be_told(document: Document, link: Tag, other: Tag) -> bool:
    """Whether something tells people who see two links apart: words between them, or pictures in or around them."""
    between = other.next_sibling
    if between is not link and (between is None or between.next_sibling is not link or str(between).strip()):
        return True
    around = nearest(link, BLOCKS | {"div", "section", "body"}) or document.soup
    return around.find(PICTURES) is not None or any(document.cascade.style(it).has_picture for it in (link, other))


rule = Rule(__name__, Impact.MODERATE, find, wcag=("2.4.4",), act=("fd3a94",))
