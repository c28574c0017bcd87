"""A line that looks like a heading and is none.

## Why it matters

People who see find their way by the large words. People who listen jump by headings, and there is none to jump to.

## Fails

```html
<p style="font-size:24px;font-weight:bold">Our new hours</p>
<p>From May on we are open from ten to four, on every day but Sunday.</p>
```

## Passes

```html
<h2 style="font-size:24px">Our new hours</h2><p>From May on we are open from ten to four, on every day but Sunday.</p>
```

## Silent

On lines of more than 12 words, with a figure or a link in them, in small type or inside a table of data, or without a
longer text after them, and on a word and a number (“Note 1”) that are not larger: prices, buttons, labels and names are
not headings. Where only bold type makes it look so, it asks for a look (`review`).

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- WCAG failure F2
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from bs4 import Tag

from newsletter.checks.nesting import holders, insiders
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MAX_WORDS = 12
MIN_FOLLOWING_WORDS = 8
LARGER = 1.2
MIN_SIZE = 18.0
# “Note 1” tells what follows apart, and is no title of it.
LABEL = re.compile(r"[^\W\d]+ \d+\W*")
BLOCKS = ("p", "div", "td")
HELD = frozenset({"p", "div", "td", "table", "ul", "ol", "a", "img", "br", "h1", "h2", "h3", "h4", "h5", "h6"})
AROUND = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "a", "th", "li", "blockquote", "button"})


def find(document: Document) -> Iterator[Defect]:
    """Find short bold or large lines alone in their block, with a longer text in smaller type after them."""
    outer, inner = holders(document, HELD), insiders(document, AROUND)
    blocks = [block for block in document.find(*BLOCKS) if id(block) not in outer and document.words(block)]
    for block, following in itertools.pairwise(blocks):
        words = document.words(block)
        if id(block) in inner or not _is_title(words) or _is_in_heading(block):
            continue
        if len(document.words(following).split()) < MIN_FOLLOWING_WORDS:
            continue
        size, below = (_size(document, it) for it in (block, following))
        is_large = size >= max(below * LARGER, MIN_SIZE)
        is_bold = _is_bold(document, block) and not _is_bold(document, following) and size >= below
        is_bold = is_bold and not LABEL.fullmatch(words)
        if is_large or is_bold:
            outcome = Outcome.FAIL if is_large and is_bold else Outcome.REVIEW
            yield Defect(f"Make “{words}” a heading, <h2> or <h3>, if it is one.", block, outcome)


def _is_in_heading(block: Tag) -> bool:
    return any(node.attrs.get("role") == "heading" for node in block.parents)


def _is_title(words: str) -> bool:
    is_short = 1 < len(words.split()) <= MAX_WORDS
    return is_short and not re.search(r"\d[.,]\d\d|[€$£%]|[.,:;!]$|\{\{|\*\|", words)


def _deepest(block: Tag) -> Tag:
    """Follow the one element that holds all words of a block: <p><b>…</b></p>."""
    children = [it for it in block.contents if str(it).strip()]
    while len(children) == 1 and isinstance(child := children[0], Tag):
        block, children = child, [it for it in child.contents if str(it).strip()]
    return block


def _size(document: Document, block: Tag) -> float:
    return document.cascade.style(_deepest(block)).font_size


def _is_bold(document: Document, block: Tag) -> bool:
    return document.cascade.style(_deepest(block)).is_bold


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.3.1",))
