"""Words that run from right to left, marked as left to right.

## Why it matters

Hebrew and Arabic then break in the wrong places: punctuation, numbers and list marks stand on the wrong side.

## Fails

```html
<div dir="ltr"><p>שלום לכולם, ברוכים הבאים למכתב החדש שלנו</p></div>
```

## Passes

```html
<div dir="rtl"><p>שלום לכולם, ברוכים הבאים למכתב החדש שלנו</p></div>
```

## Silent

On elements with fewer than 20 letters, and where less than four in five letters are of the other direction: names and
quotations are.

## References

- WCAG 2.2, 1.3.2 Meaningful Sequence
- Unicode Bidirectional Algorithm (UAX 9)
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import bidirectional

from bs4.element import NavigableString

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document

MIN_LETTERS = 20
_MOST = 0.8


def find(document: Document) -> Iterator[Defect]:
    """Find elements whose own letters run against the direction that holds there."""
    if document.html.isascii() and "&#" not in document.html and not document.index.having("dir"):
        return
    directions: dict[int, str] = {}
    for element in document.elements:
        said = str(element.get("dir") or "").lower()
        direction = said if said in {"ltr", "rtl", "auto"} else directions.get(id(element.parent), "ltr")
        directions[id(element)] = direction
        if direction != "auto" and document.is_exposed(element) and _is_against(element, direction):
            other = "rtl" if direction == "ltr" else "ltr"
            yield Defect(f'These words run the other way: dir="{other}".', element)


def _is_against(element: Tag, direction: str) -> bool:
    own = "".join(str(node) for node in element.contents if type(node) is NavigableString)
    if len(own) < MIN_LETTERS or (direction == "ltr" and own.isascii()):
        return False
    kinds = [kind for letter in own if (kind := bidirectional(letter)) in {"L", "R", "AL"}]
    against = sum((kind == "L") == (direction == "rtl") for kind in kinds)
    return len(kinds) >= MIN_LETTERS and against >= _MOST * len(kinds)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.2",))
