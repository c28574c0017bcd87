"""Words over a picture that fade where a mail program makes the letter dark by itself.

## Why it matters

Gmail and Outlook turn dark words light and light backgrounds dark, whatever the letter says; pictures and gradients
they leave as they are. Dark words on a light photo become light words on a light photo.

## Fails

```html
<div style="background-image:url(sky.jpg)"><p style="color:#1c1c1c">Opening hours</p></div>
```

## Passes

```html
<div style="background-color:#ffffff"><p style="color:#1c1c1c">Opening hours</p></div>
```

## Silent

Off unless selected: each program has its own way. On words without a picture behind them, whose two colours are turned
around together, and on words that stay apart from the colour that is set below the picture, which is taken for the
picture’s own. It asks for a look (`review`).

## References

- Practice; Litmus and Microsoft on forced dark mode (observed, differs by program)
- WCAG 2.2, 1.4.3 Contrast (Minimum)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.colour import contrast, invert
from newsletter.checks.legibility import is_readable, worded
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.stylesheets import PICTURES_OFF
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MIN_CONTRAST = 3.0


def find(document: Document) -> Iterator[Defect]:
    """Find words over a picture that, turned light, have less than 3:1 with the colour below the picture."""
    shown, bare = document.cascade, document.cascade_in(PICTURES_OFF)
    for element in worded(document):
        style = bare.style(element)
        if not shown.style(element).is_over_picture or not style.is_seen:
            continue
        turned = invert(style.text)
        if document.is_exposed(element) and is_readable(style) and contrast(turned, style.behind) < MIN_CONTRAST:
            message = f"A dark mode may show these words as {turned.hex}: look, or put a plain colour behind them."
            yield Defect(message, element, Outcome.REVIEW)


rule = Rule(__name__, Impact.MINOR, find, wcag=("1.4.3",), optional=True)
