"""One score on a school-grade scale, from the mean length of sentences and the share of hard words (English)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsletter.checks.reading.counts import Counts

# Least squares against two published judgements in equal parts, rounded: the Dale-Chall grade, and the mean of
# Flesch-Kincaid, SMOG, ARI and Coleman-Liau. `make bench` fits them anew: docs/explanation/readability.md.
_START, _PER_WORD, _PER_HARD_PERCENT = 1.0, 0.23, 0.28
# How far the score is from either judgement, as a standard deviation.
MARGIN = 1.5
# What plain English has, and grade 8: 15 words to a sentence, 13 hard words in a hundred.
PLAIN_LENGTH = 15
PLAIN_HARD_PERCENT = 13
# Grades that one of the two must add to be named.
NOTABLE = 0.5


@dataclass(frozen=True, slots=True)
class PlainScore:
    """A school grade, give or take `MARGIN`; `driver` is what adds most to plain English: `words` or `sentences`.

    It is `neither` where sentences are as short and words as common as in plain English.
    """

    grade: float
    driver: str


def score_plainly(counts: Counts) -> PlainScore:
    """Score an English text; one without words has grade 0."""
    if not counts.words:
        return PlainScore(0.0, "neither")
    length, share = counts.words_per_sentence, counts.hard_percent
    grade = _START + _PER_WORD * length + _PER_HARD_PERCENT * share
    added = {
        "sentences": _PER_WORD * (length - PLAIN_LENGTH),
        "words": _PER_HARD_PERCENT * (share - PLAIN_HARD_PERCENT),
    }
    driver = max(added, key=lambda it: added[it])
    return PlainScore(grade, driver if added[driver] >= NOTABLE else "neither")
