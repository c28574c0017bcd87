"""A link too small to hit.

## Why it matters

People with a tremor, or on a bus, hit the icon beside it. Below 24 by 24 pixels, with another link right next to it,
they often do.

## Fails

```html
<p><a href="https://example.org/a"><img src="a.png" alt="Photos" width="16" height="16"></a><a
href="https://example.org/b"><img src="b.png" alt="Films" width="16" height="16"></a></p>
```

## Passes

```html
<p><a href="https://example.org/a"><img src="a.png" alt="Photos" width="32" height="32"></a><a
href="https://example.org/b"><img src="b.png" alt="Films" width="32" height="32"></a></p>
```

## Silent

On links in sentences, which are exempt, on pictures whose size is not stated, on links with padding, and where cells or
words lie between two of them: how far apart these are, only a layout can tell. At lines of links with less than 24
pixels from line to line it asks for a look (`review`).

## References

- WCAG 2.2, 2.5.8 Target Size (Minimum)
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString

from newsletter.checks.images import size
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MIN_SIDE = 24.0
# A space is about a quarter as wide as the type is high.
SPACE = 0.25
PADDINGS = ("padding", "padding-top", "padding-bottom", "padding-left", "padding-right")


def find(document: Document) -> Iterator[Defect]:
    """Find small pictures that are links beside each other, and links below each other on narrow lines."""
    links = [link for link in document.find("a") if link.has_attr("href") and document.cascade.style(link).is_seen]
    for one, other in itertools.pairwise(links):
        between = _between(one, other)
        if between == "\n":
            if _is_narrow(document, one) and _is_narrow(document, other):
                message = "Look whether these lines of links lie 24 pixels apart: line-height, or padding on each."
                yield Defect(message, other, Outcome.REVIEW)
        elif between is not None and _are_too_near(document, one, other, between):
            yield Defect("Make the picture at least 24 by 24 pixels, or put room around the link.", other)


def _between(one: Tag, other: Tag) -> str | None:
    """Give the white space between two links of one parent, a line break as such; None where anything else is there."""
    node, found = one.next_sibling, ""
    while node is not None and node is not other:
        if isinstance(node, Tag) and node.name == "br" and found != "\n":
            found = "\n"
        elif isinstance(node, Tag) or not str(node).isspace():
            return None
        elif found != "\n":
            found += re.sub(r"[ \t\r\n]+", " ", str(node))
        node = node.next_sibling
    return found if node is other else None


def _are_too_near(document: Document, one: Tag, other: Tag, gap: str) -> bool:
    """Whether the circles of 24 pixels around two pictures, of which one is too small, lie over each other."""
    sizes = [_picture_size(document, link) for link in (one, other)]
    if any(it is None for it in sizes) or not any(min(it) < MIN_SIDE for it in sizes if it):
        return False
    # A target that is large enough counts as far as it reaches, a small one as far as its circle does.
    reach = sum(it[0] / 2 if min(it) >= MIN_SIDE else MIN_SIDE / 2 for it in sizes if it)
    distance = sum(it[0] / 2 for it in sizes if it) + len(gap) * SPACE * document.cascade.style(one).font_size
    return distance < reach


def _picture_size(document: Document, link: Tag) -> tuple[int, int] | None:
    """Give width and height of the picture that is all of a link; None where it is not, or they are not known."""
    image = link.find("img")
    if image is None or document.words(link) or _has_room(document, link) or _has_room(document, image):
        return None
    width, height = size(image, "width"), size(image, "height")
    return (width, height) if width is not None and height is not None else None


def _is_narrow(document: Document, link: Tag) -> bool:
    style = document.cascade.style(link)
    ratio = style.line_ratio
    is_narrow = ratio is not None and ratio * style.font_size < MIN_SIDE
    return is_narrow and style.display == "inline" and link.find("img") is None and not _is_in_sentence(link)


def _is_in_sentence(link: Tag) -> bool:
    beside = [link.previous_sibling, link.next_sibling]
    return any(isinstance(it, NavigableString) and not it.isspace() for it in beside)


def _has_room(document: Document, element: Tag) -> bool:
    declared = document.cascade.style(element).declared
    return any(re.search("[1-9]", declared.get(name, "")) for name in (*PADDINGS, "margin", "border"))


rule = Rule(__name__, Impact.MODERATE, find, wcag=("2.5.8",))
