"""A long passage in italics.

## Why it matters

Slanted letters are hard to tell apart for people with dyslexia or low vision.

## Fails

```html
<p style="font-style:italic">We are open from nine to five on all days but Sunday.
We are open from nine to five on all days but Sunday.
We are open from nine to five on all days but Sunday.
We are open from nine to five on all days but Sunday.
</p>
```

## Passes

```html
<p><em>Only</em> on Sunday</p>
```

## Silent

Up to 40 words.

## References

- Practice; British Dyslexia Association, style guide
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

MAX_WORDS = 40


def find(document: Document) -> Iterator[Defect]:
    """Find elements with more than 40 words of their own in italics."""
    for element, own in document.index.texts:
        style = document.cascade.style(element)
        is_long = style.is_italic and len(" ".join(own).split()) > MAX_WORDS
        if is_long and style.is_seen and document.is_exposed(element):
            yield Defect("Set long passages upright.", element)


rule = Rule(__name__, Impact.MINOR, find)
