"""A heading as long as a paragraph.

## Why it matters

A heading names what follows in a few words. A whole paragraph as a heading was made so for its size, and fills the
list of headings.

## Fails

```html
<h2>From May on we are open from ten to four on every day
but Sunday and we have a garden with a bench where you can wait and read</h2>
```

## Passes

```html
<h2>Our new hours</h2><p>From May on we are open from ten to four.</p>
```

## Silent

Up to 25 words.

## References

- WCAG 2.2, 2.4.6 Headings and Labels
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MAX_WORDS = 25


def find(document: Document) -> Iterator[Defect]:
    """Find headings of more than 25 words."""
    for heading in document.find(*HEADINGS):
        count = len(document.words(heading).split())
        if count > MAX_WORDS:
            yield Defect(f"The heading has {count} words: name the part in a few, and make this a paragraph.", heading)


rule = Rule(__name__, Impact.MINOR, find)
