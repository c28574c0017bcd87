"""A list made of bullets or numbers and line breaks.

## Why it matters

A screen reader says “list with three items” and lets people skip it. Here it reads one long sentence with the names of
bullets.

## Fails

```html
<p>• Spring<br>• Summer<br>• Autumn</p>
```

## Passes

```html
<ul><li>Spring</li><li>Summer</li><li>Autumn</li></ul>
```

## Silent

On a single bullet, on dashes that open a line of speech, and on numbers that do not count up from 1.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- WCAG failure F2
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from newsletter.checks.nesting import holders
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


BULLET = re.compile(r"\s*(?:[•‣▪▸►●○◦■✓✔➤]|[*-](?=\s))\s*\S")
MARK = re.compile(r"[•‣▪▸►●○◦■✓✔➤*-]|\d[.)]")
NUMBER = re.compile(r"\s*(\d{1,2})[.)]\s+\S")
BLOCKS = ("p", "div", "td", "th")
HELD = frozenset({*BLOCKS, "table", "ul", "ol", "li"})


def find(document: Document) -> Iterator[Defect]:
    """Find blocks with lines, or neighbours of one kind, that begin with bullets or count up."""
    told: set[int] = set()
    outer = holders(document, HELD)
    for block in document.find(*BLOCKS):
        if id(block) in outer or id(block.parent) in told or not MARK.search(document.words(block)):
            continue
        if _counts(_lines(block)):
            yield Defect("Make this a list: <ul><li>…</li></ul>, or <ol> where it counts.", block)
        elif block.name == "p" and block.parent is not None and _counts(_neighbours(block)):
            told.add(id(block.parent))
            yield Defect("Make this and the next paragraphs a list: <ul><li>…</li></ul>.", block)


def _lines(block: Tag) -> list[str]:
    lines = [""]
    for node in block.descendants:
        if getattr(node, "name", None) == "br":
            lines.append("")
        elif isinstance(node, str):
            lines[-1] += node
    return [line for line in lines if line.strip()]


def _neighbours(block: Tag) -> list[str]:
    """Take this paragraph and the ones right after it."""
    texts = [block.get_text()]
    following = block.find_next_sibling()
    while following is not None and following.name == "p" and _is_item(following.get_text()):
        texts.append(following.get_text())
        following = following.find_next_sibling()
    return texts


def _is_item(line: str) -> bool:
    return bool(BULLET.match(line) or NUMBER.match(line))


def _counts(lines: list[str]) -> bool:
    """Whether two lines in a row begin with a bullet, or with 1 and 2."""
    pairs = list(itertools.pairwise(lines))
    if any(BULLET.match(one) and BULLET.match(other) for one, other in pairs):
        return True
    numbers = [(NUMBER.match(one), NUMBER.match(other)) for one, other in pairs]
    return any(one and other and (one[1], other[1]) == ("1", "2") for one, other in numbers)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.3.1",))
