"""A logo of one colour that dark mode may swallow.

## Why it matters

A black logo on a transparent ground is not seen where the mail program paints the ground black; a white one is not seen
in the light.

## Fails

```html
<img src="logo-black.png" alt="The practice" width="160">
```

## Passes

```html
<img src="logo-black.png" alt="The practice" width="160" style="background-color:#ffffff">
```

## Silent

Off unless selected. It reads the file’s name (“logo”, and “black”, “white”, “dark” or “light”), as it cannot see the
picture: it asks for a look (`review`). Silent on formats without transparency, on logos with a background colour of
their own, and on those that dark mode hides.

## References

- Practice; WCAG 2.2, 1.4.11 Non-text Contrast
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.images import file_name
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.stylesheets import DARK
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


LOGO = re.compile(r"logo|wordmark|signature", re.IGNORECASE)
ONE_COLOUR = re.compile(r"(?:^|[_.-])(?:black|white|dark|light|mono)(?:[_.-]|$)", re.IGNORECASE)
SEE_THROUGH = re.compile(r"\.(?:png|gif|svg|webp)$", re.IGNORECASE)


def find(document: Document) -> Iterator[Defect]:
    """Find shown logos whose file name tells one colour, without a background of their own."""
    dark = document.cascade_in(DARK)
    for image in document.find("img"):
        name, style = file_name(image), dark.style(image)
        if not (LOGO.search(name) and ONE_COLOUR.search(name) and SEE_THROUGH.search(name)):
            continue
        if style.is_displayed and style.is_seen and style.background.alpha == 0:
            message = "Look at it in dark mode: give it an outline or a background-color if it disappears."
            yield Defect(message, image, Outcome.REVIEW)


rule = Rule(__name__, Impact.MINOR, find, wcag=("1.4.11",), optional=True)
