"""A letter wider than the screen, whatever the screen.

## Why it matters

On a phone, or with text enlarged, each line has to be pushed to and fro to be read.

## Fails

```html
<table role="presentation" width="700"><tr><td>Good morning</td></tr></table>
```

## Passes

```html
<table role="presentation" width="100%" style="max-width:700px"><tr><td>Good morning</td></tr></table>
```

## Silent

Up to 600 pixels, which phones shrink to fit, where a style for phones gives another width, and inside an element that
is found already.

## References

- WCAG 2.2, 1.4.10 Reflow
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.lengths import read_length
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.style import MEDIUM
from newsletter.checks.stylesheets import PHONE
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bs4 import Tag

    from newsletter.checks.document import Document


MAX_WIDTH = 600.0
SIZED = frozenset({"table", "td", "th", "div", "p", "center", "section"})


def find(document: Document) -> Iterator[Defect]:
    """Find the outermost elements that are more than 600 pixels wide on a phone."""
    # What is not wide on a large screen is not made so for a small one.
    if not any(_width(it, document.cascade.style(it).declared) > MAX_WIDTH for it in document.find(*SIZED)):
        return
    cascade = document.cascade_in(PHONE)
    told: set[int] = set()
    for element in document.elements:
        if id(element.parent) in told:
            told.add(id(element))
        elif element.name in SIZED and document.is_exposed(element):
            width = _width(element, cascade.style(element).declared)
            if width > MAX_WIDTH:
                told.add(id(element))
                yield Defect(f"Let it shrink: width:100%;max-width:{width:g}px.", element)


def _width(element: Tag, declared: Mapping[str, str]) -> float:
    """Give the least width in pixels that an element keeps on a phone; 0 where it shrinks."""
    said = declared.get("width") or _pixels(str(element.get("width") or ""))
    width = read_length(said, MEDIUM) or 0.0
    if "max-width" in declared:
        widest = read_length(declared["max-width"], MEDIUM)
        width = width if widest is not None and widest > width else widest or 0.0
        width = 0.0 if "width" not in declared and not element.has_attr("width") else width
    return max(width, read_length(declared.get("min-width", ""), MEDIUM) or 0.0)


def _pixels(attribute: str) -> str:
    return f"{attribute.strip()}px" if attribute.strip().isdecimal() else attribute


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.4.10",))
