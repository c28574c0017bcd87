"""A link that only its colour tells from the words around it.

## Why it matters

One man in twelve does not see the difference between some colours. He reads past the link.

## Fails

```html
<p style="color:#333333">We have
<a href="https://example.org/" style="color:#0b5394;text-decoration:none">new hours</a> from May on.</p>
```

## Passes

```html
<p style="color:#333333">We have <a href="https://example.org/" style="color:#0b5394">new hours</a> from May on.</p>
```

## Silent

On links with an underline, a border, a background or another weight, on links that are not inside a sentence (buttons,
menus), and where the colours differ in brightness by 3:1.

## References

- WCAG 2.2, 1.4.1 Use of Color
- WCAG technique G183
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bs4.element import NavigableString

from newsletter.checks.colour import contrast
from newsletter.checks.nesting import holders, insiders, nearest
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


MIN_CONTRAST = 3.0
MIN_WORDS_AROUND = 3
BLOCKS = frozenset({"p", "li", "td", "div", "blockquote"})


def find(document: Document) -> Iterator[Defect]:
    """Find links inside a sentence without any mark but a colour near that of the sentence."""
    words_around = _count_words_around(document)
    wide, pictured = holders(document, BLOCKS), holders(document, {"img"})
    for link in document.find("a"):
        block = nearest(link, BLOCKS)
        if block is None or words_around[id(block)] < MIN_WORDS_AROUND or id(link) in wide | pictured:
            continue
        if not link.has_attr("href") or not document.words(link) or _has_mark(document, link):
            continue
        around = document.cascade.style(link.parent) if link.parent is not None else None
        style = document.cascade.style(link)
        if around is not None and contrast(style.text, around.text) < MIN_CONTRAST:
            yield Defect("Underline the link: its colour is too near to that of the words around it.", link)


def _count_words_around(document: Document) -> Counter[int]:
    """Count the words of each block, by its id, that stand in no link and in no block inside it."""
    blocks: dict[int, int] = {}
    links = insiders(document, {"a"})
    found: Counter[int] = Counter()
    for element in document.elements:
        block = id(element) if element.name in BLOCKS else blocks.get(id(element.parent), 0)
        blocks[id(element)] = block
        if element.name != "a" and id(element) not in links and document.is_exposed(element):
            texts = (node for node in element.contents if isinstance(node, NavigableString))
            found[block] += sum(len(text.split()) for text in texts)
    return found


def _has_mark(document: Document, link: Tag) -> bool:
    """Whether the link, or what is in it, has an underline, a border, a background, or another weight."""
    around = document.cascade.style(link.parent) if link.parent is not None else None
    for element in (link, *document.index.inside(link)):
        style = document.cascade.style(element)
        marks = {name for name in style.declared if name.startswith(("border", "background", "box-shadow"))}
        is_other = around is not None and (style.is_bold, style.is_italic) != (around.is_bold, around.is_italic)
        if style.is_underlined or marks or is_other:
            return True
    return False


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.4.1",))
