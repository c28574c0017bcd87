"""A sentence of more than 20 words.

## Why it matters

Who is tired or in distress loses the beginning of a long sentence before its end. Above 25
words most readers slow down.

## Fails

```html
<p>We begin with a plain question about the day, and after that we talk about how you sleep,
what you eat, and who is around you when things are hard.</p>
```

## Passes

```html
<p>We begin with a plain question about the day. After that we talk about how you sleep.</p>
```

## Silent

On languages that cannot be scored.

## References

- WCAG 2.2, 3.1.5 Reading Level (AAA)
- GOV.UK, Content design: planning, writing and managing content: sentences of up to 25 words
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.reading.counts import sentences_of
from newsletter.checks.reading.languages import LANGUAGES
from newsletter.checks.reading.mending import cap_defects, place_defect, shorten
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.tongues.settling import main_language
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


LONG = 20
VERY_LONG = 25


def find(document: Document) -> Iterator[Defect]:
    """Find sentences over 20 words; over 25 is worse. The longest come first where there are many."""
    if main_language(document) in LANGUAGES:
        yield from cap_defects(_find_all(document))


def _find_all(document: Document) -> Iterator[Defect]:
    long = [sentence for sentence in sentences_of(document) if len(sentence.words) > LONG]
    for sentence in sorted(long, key=lambda it: -len(it.words)):
        impact = Impact.MODERATE if len(sentence.words) > VERY_LONG else Impact.MINOR
        message = f"{len(sentence.words)} words in one sentence: make two of “{shorten(sentence.text)}”."
        yield place_defect(message, sentence.passage, impact)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("3.1.5",))
