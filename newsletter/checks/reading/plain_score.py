"""The plain score: one school grade from the length of sentences and the share of hard words (English)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsletter.checks.reading.counts import Counts

# Least squares against the mean of four published grades (Flesch-Kincaid, SMOG, ARI, Coleman-Liau) on 44 passages of
# 40 sentences from 19 web posts, grades 1 to 18. No human ratings went in: docs/explanation/readability.md.
_START, _PER_LOG_LENGTH, _PER_HARD_PERCENT = -11.47, 7.45, 0.084
# The standard deviation of what is left, 1.46 grades, rounded up.
MARGIN = 1.5
# What plain English has: 15 words to a sentence, one hard word in twenty.
PLAIN_LENGTH = 15
PLAIN_HARD_PERCENT = 5.0


@dataclass(frozen=True, slots=True)
class PlainScore:
    """A school grade, give or take `MARGIN`; `driver` is what is further from plain: `words` or `sentences`."""

    grade: float
    driver: str


def score_plainly(counts: Counts) -> PlainScore:
    """Score an English text; one without words has grade 0."""
    if not counts.words:
        return PlainScore(0.0, "sentences")
    grade = _START + _PER_LOG_LENGTH * math.log(counts.words_per_sentence) + _PER_HARD_PERCENT * counts.hard_percent
    length, share = counts.words_per_sentence / PLAIN_LENGTH, counts.hard_percent / PLAIN_HARD_PERCENT
    return PlainScore(max(0.0, grade), "words" if share >= length else "sentences")
