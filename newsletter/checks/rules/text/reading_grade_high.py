"""Words and sentences that many readers cannot follow.

## Why it matters

Who is tired, in distress, or reading in a second language needs short sentences and common words. So does everybody
on a phone.

## Fails

```html
<p>The multidimensional characteristics of contemporary psychotherapeutic interventions necessitate
considerable practitioner deliberation. The multidimensional characteristics of contemporary psychotherapeutic
interventions necessitate considerable practitioner deliberation. The multidimensional characteristics of
contemporary psychotherapeutic interventions necessitate considerable practitioner deliberation. The
multidimensional characteristics of contemporary psychotherapeutic interventions necessitate considerable
practitioner deliberation. The multidimensional characteristics of contemporary psychotherapeutic
interventions necessitate considerable practitioner deliberation. The multidimensional characteristics of
contemporary psychotherapeutic interventions necessitate considerable practitioner deliberation. The
multidimensional characteristics of contemporary psychotherapeutic interventions necessitate considerable
practitioner deliberation. The multidimensional characteristics of contemporary psychotherapeutic
interventions necessitate considerable practitioner deliberation. The multidimensional characteristics of
contemporary psychotherapeutic interventions necessitate considerable practitioner deliberation. The
multidimensional characteristics of contemporary psychotherapeutic interventions necessitate considerable
practitioner deliberation. The multidimensional characteristics of contemporary psychotherapeutic
interventions necessitate considerable practitioner deliberation. The multidimensional characteristics of
contemporary psychotherapeutic interventions necessitate considerable practitioner deliberation.</p>
```

## Passes

```html
<p>We sat by the sea and ate our bread. The wind was cold, but the sun was out. We sat by the sea and ate our
bread. The wind was cold, but the sun was out. We sat by the sea and ate our bread. The wind was cold, but the
sun was out. We sat by the sea and ate our bread. The wind was cold, but the sun was out. We sat by the sea
and ate our bread. The wind was cold, but the sun was out. We sat by the sea and ate our bread. The wind was
cold, but the sun was out. We sat by the sea and ate our bread. The wind was cold, but the sun was out. We sat
by the sea and ate our bread. The wind was cold, but the sun was out.</p>
```

## Silent

On texts of fewer than 100 words, where the figure means little, and on languages other than English. Above the target
by less than the margin of 1.5 grades it asks a person to look: no formula is surer than that.

## References

- WCAG 2.2, 3.1.5 Reading Level (AAA): lower secondary education, grade 9
- docs/explanation/readability.md: how the grade is computed
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.reading.counts import count, sentences_of
from newsletter.checks.reading.plain_score import MARGIN, score_plainly
from newsletter.checks.reading.summary import MIN_WORDS
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.tongues.settling import main_language
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


REMEDIES = {
    "words": "use more common words",
    "sentences": "use shorter sentences",
    "neither": "use more common words and shorter sentences",
}


def find(document: Document) -> Iterator[Defect]:
    """Find an English text whose plain score is above the target: by more than the margin, or to be looked at."""
    if main_language(document) != "en":
        return
    counts = count(sentences_of(document))
    plain, target = score_plainly(counts), document.grade
    if counts.words < MIN_WORDS or plain.grade <= target:
        return
    message = (
        f"The text reads at grade {plain.grade:.1f} (give or take {MARGIN}), above {target}: {REMEDIES[plain.driver]} "
        f"({counts.words_per_sentence:.0f} words to a sentence, {counts.hard_percent:.0f}% hard words)."
    )
    yield Defect(message, outcome=Outcome.FAIL if plain.grade > target + MARGIN else Outcome.REVIEW)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("3.1.5",))
