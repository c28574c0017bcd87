"""Many emoji in a row, or emoji as the marks of a list.

## Why it matters

A screen reader says each by its name: “party popper, party popper, party popper, party popper”, before the first word
comes.

## Fails

```html
<p>Open day 🎉🎉🎉🎉</p>
```

## Passes

```html
<p>Open day 🎉</p>
```

## Silent

Up to three in a row, and on emoji that are hidden from screen readers (aria-hidden). As marks of a list, from three
lines on.

## References

- Practice; W3C, Unicode Emoji (UTS 51): short names are what is read
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bs4.element import NavigableString

from newsletter.checks.nesting import text_blocks
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


# Unicode, emoji-data: pictographs outside of plain text; with skin tones, joiners and variation selectors.
EMOJI = r"[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55]"
ROW = re.compile(rf"(?:{EMOJI}[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*\s*){{4,}}")
# Signs such as ✓ at the beginnings of lines are what list-fake looks for.
MARK = re.compile(r"\s*([\U0001f300-\U0001faff])[\ufe0f\s]*[^\W_]")
JOINED = re.compile(rf"{EMOJI}\u200d{EMOJI}")
MIN_LINES = 3


def find(document: Document) -> Iterator[Defect]:
    """Find four emoji in a row, and blocks of which three lines begin with the same one."""
    if not re.search(EMOJI, document.html):
        return
    for block in text_blocks(document):
        lines = list(_lines(document, block))
        marks = Counter(found[1] for line in lines if (found := MARK.match(line)))
        if any(map(ROW.search, lines)):
            yield Defect('Leave one, or hide them all: <span aria-hidden="true">.', block)
        elif marks and max(marks.values()) >= MIN_LINES:
            yield Defect("Make this a list: <ul><li>…</li></ul>, without an emoji before each.", block)


def _lines(document: Document, block: Tag) -> Iterator[str]:
    line = ""
    for node in block.descendants:
        if getattr(node, "name", None) == "br":
            yield line
            line = ""
        elif isinstance(node, NavigableString) and node.parent is not None and document.is_exposed(node.parent):
            # A family or a profession is several joined by an invisible character, and is read as one.
            line += JOINED.sub(lambda found: found[0][0], str(node))
    yield line


rule = Rule(__name__, Impact.MINOR, find)
