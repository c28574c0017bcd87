"""A border too pale to show where to press.

## Why it matters

Somebody with low vision sees the words and not that they are a button: its only edge has almost the colour of the page.

## Fails

```html
<a href="https://example.org/day" style="border:1px solid #dddddd;padding:12px;text-decoration:none">Save the date</a>
```

## Passes

```html
<a href="https://example.org/day" style="border:1px solid #767676;padding:12px;text-decoration:none">Save the date</a>
```

## Silent

On links with a background that stands out or with an underline, and on borders of less than four sides, which are
lines. The words may be enough to tell a button, so it asks for a look (`review`).

## References

- WCAG 2.2, 1.4.11 Non-text Contrast: 3:1
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.colour import WHITE, Colour, contrast, parse_colour
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


MIN_CONTRAST = 3.0
COLOUR = re.compile(r"#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([^)]*\)|(?<![\w-])[a-z]{3,}(?![\w-])", re.IGNORECASE)
CONTROLS = frozenset({"a", "button", "input", "select", "textarea"})


def find(document: Document) -> Iterator[Defect]:
    """Find controls whose border is their only edge and has less than 3:1 with what is around it."""
    for element in document.find(*CONTROLS):
        style, border = document.cascade.style(element), _border(document, element)
        if border is None or style.is_underlined or not style.is_seen:
            continue
        parent = element.parent if element.parent is not None and document.holds(element.parent) else None
        around = document.cascade.style(parent).behind if parent is not None else WHITE
        own = border.over(around)
        if max(contrast(own, around), contrast(style.behind, around)) < MIN_CONTRAST:
            message = f"The border, {own.hex} on {around.hex}, hardly shows: make it darker if it shows where to press."
            yield Defect(message, element, Outcome.REVIEW)


def _border(document: Document, element: Tag) -> Colour | None:
    """Read the colour of a border on all sides; None without one."""
    declared = document.cascade.style(element).declared
    said = declared.get("border", "").lower()
    if not re.search("solid|dashed|dotted|double", said) or re.match(r"0(?:px)?\b", said):
        return None
    colours = (parse_colour(word) for word in COLOUR.findall(declared.get("border-color", said)))
    return next((colour for colour in colours if colour is not None), None)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.4.11",))
