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

from bs4.element import NavigableString

from newsletter.checks.legibility import has_words
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

MAX_WORDS = 40


def find(document: Document) -> Iterator[Defect]:
    """Find elements with more than 40 words of their own in italics."""
    for element in document.elements:
        style = document.cascade.style(element)
        if style.is_italic and style.is_seen and has_words(element) and document.is_exposed(element):
            own = " ".join(str(node) for node in element.contents if type(node) is NavigableString)
            if len(own.split()) > MAX_WORDS:
                yield Defect("Set long passages upright.", element)


rule = Rule(__name__, Impact.MINOR, find)
