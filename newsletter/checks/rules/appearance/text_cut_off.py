"""Words that are cut off where text is large.

## Why it matters

Who enlarges text to 200 % needs more lines for it. A box of a fixed height that hides what does not fit hides half of
what it says, and nothing tells the reader.

## Fails

```html
<div style="height:20px;overflow:hidden;font-size:16px">We are open from Monday to Friday from eight to six. On
Saturdays we are open from nine to one. In summer we are at the sea.</div>
```

## Passes

```html
<div style="min-height:20px;overflow:hidden;font-size:16px">We are open from Monday to Friday from eight to six. On
Saturdays we are open from nine to one. In summer we are at the sea.</div>
```

## Silent

Where the estimate is not sure: words must need half as much room again as there is (a fifth where line breaks say how
many lines there are), on a screen 640 CSS pixels wide, which is one of 1280 at 200 %. On what is hidden on purpose (a
box of a pixel, a preheader), on boxes of exactly one line, on one line that ends in an ellipsis, on boxes in which
`position` places words, and on what can be scrolled.

## References

- WCAG 2.2, 1.4.4 Resize Text
- ACT 59br37
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.legibility import placed_elements
from newsletter.checks.room import height_of, line_height, needed_height, needed_width, width_of
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.stylesheets import ZOOMED
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.cascade import Cascade
    from newsletter.checks.document import Document
    from newsletter.checks.style import Style

MARGIN, MARGIN_OF_BREAKS = 1.5, 1.2
# Of a line of text less than this is no line, and a box less high is a way of hiding.
ONE_LINE, MIN_HEIGHT = (0.9, 1.01), 4.0
_CUTS = ("hidden", "clip")
_SCROLLS = ("auto", "scroll")


def find(document: Document) -> Iterator[Defect]:
    """Find boxes that cut off what does not fit, and in which words surely do not."""
    cascade = document.cascade_in(ZOOMED)
    for element in cascade.select(_cuts_off_in_sight):
        words = "" if _holds_placed(document, element) else document.words(element)
        if words and not any(_scrolls(cascade.style(it)) for it in document.index.inside(element)):
            yield from _judge(element, words, cascade.style(element), cascade)


def _holds_placed(document: Document, element: Tag) -> bool:
    """Whether words stand in the box by position: they take no room in it, and may stand anywhere."""
    placed = document.once(placed_elements)
    return id(element) not in placed and any(id(it) in placed for it in document.index.inside(element))


def _cuts_off_in_sight(style: Style) -> bool:
    return style.is_displayed and style.is_seen and (_cuts_off(style, "y") or _cuts_off(style, "x"))


def _judge(element: Tag, words: str, style: Style, cascade: Cascade) -> Iterator[Defect]:
    width, height = width_of(element, cascade, ZOOMED), height_of(style, ZOOMED)
    is_one_line = style.declared.get("white-space", "").strip().lower() == "nowrap"
    if is_one_line and _cuts_off(style, "x") and style.declared.get("text-overflow", "clip").strip() == "clip":
        longest = max(words.split("\n"), key=len) if not element.find("br") else ""
        if needed_width(longest, style) > width * MARGIN:
            yield Defect("These words are cut off on the right: let them wrap.", element)
            return
    if height is None or height < MIN_HEIGHT or not _cuts_off(style, "y"):
        return
    line = line_height(style)
    needed = line if is_one_line else needed_height(words, style, width)
    broken = line * (len(element.find_all("br")) + 1)
    is_clean = line * ONE_LINE[0] <= height <= line * ONE_LINE[1]
    if (needed > height * MARGIN or broken > height * MARGIN_OF_BREAKS) and not is_clean:
        yield Defect("Large text is cut off here: give the box a min-height in place of a height.", element)


def _cuts_off(style: Style, axis: str) -> bool:
    value = style.declared.get(f"overflow-{axis}") or style.declared.get("overflow") or ""
    return value.strip().lower().startswith(_CUTS)


def _scrolls(style: Style) -> bool:
    return style.declared.get("overflow", "").strip().lower().startswith(_SCROLLS)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.4.4",), act=("59br37",))
