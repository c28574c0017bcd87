"""Hard words that plain ones could replace.

## Why it matters

A word that the reader has to guess stops the sentence. Under stress people read as if they had left school earlier.

## Fails

```html
<p>We endeavour to facilitate numerous subsequent visits.</p>
```

## Passes

```html
<p>We try to help with many later visits.</p>
```

## Silent

On names, on inflections of easy words, on hard words for which no plain one is known, and outside English.

## References

- WCAG 2.2, 3.1.5 Reading Level (AAA)
- Plain Language Action and Information Network (US government), Federal Plain Language Guidelines: simple words
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsletter.checks.reading.counts import sentences_of
from newsletter.checks.reading.mending import place_defect, replaceable_form, substitute
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.tongues.settling import main_language
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document
    from newsletter.checks.reading.passages import Passage


MOST = 8


def find(document: Document) -> Iterator[Defect]:
    """Find the hard words for which a plain one is known: one finding, at the first, with counts."""
    if main_language(document) != "en":
        return
    places: dict[str, Passage] = {}
    counts: Counter[str] = Counter()
    for sentence in sentences_of(document):
        for base in filter(None, map(replaceable_form, sentence.hard)):
            counts[base] += 1
            places.setdefault(base, sentence.passage)
    if counts:
        named = [f"{word} ({number}×: {substitute(word)})" for word, number in counts.most_common(MOST)]
        yield place_defect(f"Plain words for hard ones: {', '.join(named)}.", next(iter(places.values())))


rule = Rule(__name__, Impact.MINOR, find, wcag=("3.1.5",))
