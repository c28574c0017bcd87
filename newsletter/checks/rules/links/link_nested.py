"""A link inside a link.

## Why it matters

HTML does not allow it: each mail program cuts the outer link off at another place, and a part of it leads nowhere.

## Fails

```html
<a href="https://example.org/"><span>Our <a href="https://example.org/hours">hours</a></span></a>
```

## Passes

```html
<a href="https://example.org/hours">Our hours</a>
```

## Silent

On anchors without href.

## References

- HTML, 4.5.1 The a element: no interactive content inside
- WCAG 2.2, 4.1.2
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


class Anchors(HTMLParser):
    """Notes where a link opens inside another: a tree no longer shows it, because parsers close the first."""

    def __init__(self) -> None:
        """Begin with no link open."""
        super().__init__()
        self.open: list[bool] = []
        self.nested: set[tuple[int, int]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link, and whether another is open."""
        if tag == "a":
            is_link = any(name == "href" for name, _ in attrs)
            if is_link and any(self.open):
                self.nested.add(self.getpos())
            self.open.append(is_link)
        elif tag in {"td", "th", "body"}:
            self.open.clear()

    def handle_endtag(self, tag: str) -> None:
        """Close the last link; a cell ends what is open in it."""
        if tag == "a" and self.open:
            self.open.pop()
        elif tag in {"td", "th", "table"}:
            self.open.clear()


def find(document: Document) -> Iterator[Defect]:
    """Find links that begin before the one before them ends."""
    if document.html.lower().count("<a") <= 1:
        return
    anchors = Anchors()
    try:
        anchors.feed(document.html)
    except AssertionError:  # a section that html.parser does not know
        return
    for link in document.elements:
        if link.name == "a" and (link.sourceline or 0, link.sourcepos or 0) in anchors.nested:
            yield Defect("Close the link before this one begins.", link)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("4.1.2",))
