"""A wall of text: more than 400 words without a heading.

## Why it matters

Most people look for the part that concerns them first. With a screen reader, headings are the way to get there.

## Fails

```html
<p>We sat by the sea and ate our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the
sea and ate our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the sea and ate
our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the sea and ate our bread in
the sun. We sat by the sea and ate our bread in the sun.</p>
<p>We sat by the sea and ate our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the
sea and ate our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the sea and ate
our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the sea and ate our bread in
the sun. We sat by the sea and ate our bread in the sun.</p>
<p>We sat by the sea and ate our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the
sea and ate our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the sea and ate
our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the sea and ate our bread in
the sun. We sat by the sea and ate our bread in the sun.</p>
<p>We sat by the sea and ate our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the
sea and ate our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the sea and ate
our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the sea and ate our bread in
the sun. We sat by the sea and ate our bread in the sun.</p>
<p>We sat by the sea and ate our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the
sea and ate our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the sea and ate
our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the sea and ate our bread in
the sun. We sat by the sea and ate our bread in the sun.</p>
```

## Passes

```html
<h2>By the sea</h2><p>We sat by the sea and ate our bread in the sun.</p>
```

## Silent

On shorter runs of text.

## References

- WCAG 2.2, 2.4.10 Section Headings (AAA)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.reading.mending import cap_defects, place_defect
from newsletter.checks.reading.passages import Kind, passages_of
from newsletter.checks.reading.words import find_words
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


WALL = 400


def find(document: Document) -> Iterator[Defect]:
    """Find the passage in which a run of words without a heading grows past 400; one finding to a run."""
    yield from cap_defects(_find_all(document))


def _find_all(document: Document) -> Iterator[Defect]:
    words = 0
    for passage in passages_of(document):
        before = words
        words = 0 if passage.kind is Kind.HEADING else words + len(find_words(passage.text))
        if before <= WALL < words:
            yield place_defect(f"More than {WALL} words without a heading: put one before this or earlier.", passage)


rule = Rule(__name__, Impact.MINOR, find, wcag=("2.4.10",))
