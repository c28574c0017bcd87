"""Words set flush on both sides.

## Why it matters

The uneven gaps between words run together into rivers that people with dyslexia lose their way in.

## Fails

```html
<p style="text-align:justify">We are open from nine to five on all days but Sunday.</p>
```

## Passes

```html
<p style="text-align:left">We are open from nine to five on all days but Sunday.</p>
```

## Silent

On fewer than eight words.

## References

- WCAG 2.2, 1.4.8 Visual Presentation, level AAA
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.legibility import worded
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

MIN_WORDS = 8


def find(document: Document) -> Iterator[Defect]:
    """Find justified paragraphs."""
    for element in worded(document):
        style = document.cascade.style(element)
        if style.align != "justify" or not style.is_seen or style.display == "inline":
            continue
        if document.is_exposed(element) and len(document.words(element).split()) >= MIN_WORDS:
            yield Defect("Set the words flush left: text-align:left.", element)


rule = Rule(__name__, Impact.MINOR, find, wcag=("1.4.8",))
