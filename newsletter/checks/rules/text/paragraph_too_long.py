"""A paragraph of more than 100 words.

## Why it matters

A long paragraph fills the screen of a phone. Whoever looks up for a moment does not find the place again.

## Fails

```html
<p>We sat by the sea and ate our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the
sea and ate our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the sea and ate
our bread in the sun. We sat by the sea and ate our bread in the sun. We sat by the sea and ate our bread in
the sun. We sat by the sea and ate our bread in the sun. We sat by the sea and ate our bread in the sun. We
sat by the sea and ate our bread in the sun.</p>
```

## Passes

```html
<p>We sat by the sea and ate our bread in the sun.</p>
```

## Silent

On shorter paragraphs, whatever their number.

## References

- WCAG 2.2, 3.1.5 Reading Level (AAA)
- W3C, Making Content Usable for People with Cognitive and Learning Disabilities, 4.4
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.reading.mending import cap_defects, place_defect, shorten
from newsletter.checks.reading.passages import passages_of
from newsletter.checks.reading.words import find_words
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


LONG = 100


def find(document: Document) -> Iterator[Defect]:
    """Find passages over 100 words."""
    yield from cap_defects(_find_all(document))


def _find_all(document: Document) -> Iterator[Defect]:
    for passage in passages_of(document):
        # A word and what divides it from the next have two characters and more.
        if len(passage.text) > 2 * LONG and (words := len(find_words(passage.text))) > LONG:
            yield place_defect(
                f"{words} words in one {passage.kind.value}: break “{shorten(passage.text)}” up.", passage
            )


rule = Rule(__name__, Impact.MINOR, find, wcag=("3.1.5",))
