"""Words that cannot be read where the picture behind them is not shown.

## Why it matters

Many mail programs show no pictures until they are asked to. White words on a dark photo then stand on white.

## Fails

```html
<div style="background-image:url(forest.jpg)"><p style="color:#ffffff">Opening hours</p></div>
```

## Passes

```html
<div style="background:#10243e url(forest.jpg)"><p style="color:#ffffff">Opening hours</p></div>
```

## Silent

Where words have no picture behind them, where a background colour is set below the picture (`text-contrast-low` judges
the words on it), where they can be read without it, and where nobody sees the words.

## References

- WCAG 2.2, 1.4.3 Contrast (Minimum)
- WCAG failure F83
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.legibility import is_readable, worded
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.stylesheets import PICTURES_OFF
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find words over a picture whose contrast with what remains without it is too low."""
    shown = document.cascade
    if not any(shown.select(lambda style: style.is_over_picture)):
        return
    bare = document.cascade_in(PICTURES_OFF)
    for element in worded(document):
        style = bare.style(element)
        over = shown.style(element)
        if not over.is_over_picture or over.is_backed or not style.is_seen or is_readable(style):
            continue
        if document.is_exposed(element):
            pair = f"{style.text.hex} on {style.behind.hex}"
            yield Defect(f"Without the picture these words are {pair}: set a background-color too.", element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.4.3",))
