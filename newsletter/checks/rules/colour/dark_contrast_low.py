"""Words that stand out too little in dark mode.

## Why it matters

Many read in the dark. Styles for it that change the background and forget the words, or the other way round, make
them unreadable.

## Fails

```html
<style>@media (prefers-color-scheme:dark){p{background:#111111}}</style>
<p style="color:#222222">Hours</p>
```

## Passes

```html
<style>@media (prefers-color-scheme:dark){p{background:#111111;color:#eeeeee !important}}</style>
<p style="color:#222222">Hours</p>
```

## Silent

Where the email has no styles for dark mode, where the words are too pale in the light as well, which is another
finding, and where `text-contrast-low` would be silent.

## References

- WCAG 2.2, 1.4.3 Contrast (Minimum)
- Media Queries 5, prefers-color-scheme
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.legibility import is_readable, worded
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.stylesheets import DARK
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document
    from newsletter.checks.style import Style


def find(document: Document) -> Iterator[Defect]:
    """Find words whose contrast only the dark view spoils."""
    light, dark = document.cascade, document.cascade_in(DARK)
    if dark is light:
        return
    for element in worded(document):
        seen, there = light.style(element), dark.style(element)
        if (seen.text, seen.behind) == (there.text, there.behind):
            continue
        if document.is_exposed(element) and is_readable(seen) and _is_lost(there):
            pair = f"{there.text.hex} on {there.behind.hex}"
            yield Defect(f"In dark mode these words are {pair}: give both colours there.", element)


def _is_lost(style: Style) -> bool:
    return style.is_displayed and style.is_seen and not style.is_over_picture and not is_readable(style)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.4.3",))
