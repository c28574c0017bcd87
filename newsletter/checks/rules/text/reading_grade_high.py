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

On texts of fewer than 100 words, where the figure means little, on languages other than English, and within half a
grade of the target: two sound ways of counting differ by as much.

## References

- WCAG 2.2, 3.1.5 Reading Level (AAA): lower secondary education, grade 9
- Kincaid, Fishburne, Rogers, Chissom (1975), Derivation of new readability formulas for Navy enlisted personnel
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.reading import measure, passages_of_blocks, passages_of_html
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MIN_WORDS = 100
MARGIN = 0.5
DEFAULT_GRADE = 9


def find(document: Document) -> Iterator[Defect]:
    """Find an English text whose Flesch-Kincaid grade is above the target by more than the margin."""
    letter = document.letter
    language = letter.language if letter else document.language
    if not language.lower().startswith("en"):
        return
    passages = passages_of_blocks(letter.blocks) if letter else passages_of_html(document)
    reading = measure(passages)
    target = letter.grade if letter else DEFAULT_GRADE
    if reading.words >= MIN_WORDS and reading.grade > target + MARGIN:
        yield Defect(
            f"The text reads at grade {reading.grade:.1f}, above {target}: use shorter sentences "
            f"({reading.words_per_sentence:.0f} words each on average) and shorter words."
        )


rule = Rule(__name__, Impact.MODERATE, find, wcag=("3.1.5",))
