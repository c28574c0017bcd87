"""Published readability formulas, each with its source.

Grades are years of American school; reading ease runs from about 0 (very hard) to 100 (very easy). A text without words
scores 0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsletter.checks.reading.counts import Counts


@dataclass(frozen=True, slots=True)
class Formula:
    """A published formula: its name, and what to do with the counts."""

    name: str
    score: Callable[[Counts], float]


def reading_ease(counts: Counts) -> float:
    """Flesch reading ease (Flesch 1948, A new readability yardstick, Journal of Applied Psychology 32)."""
    return _weigh(counts, 206.835, 1.015, 84.6)


def kincaid_grade(counts: Counts) -> float:
    """Flesch-Kincaid grade (Kincaid, Fishburne, Rogers, Chissom 1975, Navy Research Branch Report 8-75)."""
    if not counts.words:
        return 0.0
    return 0.39 * counts.words_per_sentence + 11.8 * counts.syllables_per_word - 15.59


def smog_grade(counts: Counts) -> float:
    """SMOG grade (McLaughlin 1969, SMOG grading, Journal of Reading 12); meant for 30 sentences and more."""
    if not counts.sentences:
        return 0.0
    return 1.0430 * math.sqrt(30 * counts.polysyllables / counts.sentences) + 3.1291


def automated_grade(counts: Counts) -> float:
    """Automated readability index (Smith and Senter 1967, AMRL-TR-66-220)."""
    if not counts.words:
        return 0.0
    return 4.71 * counts.letters / counts.words + 0.5 * counts.words_per_sentence - 21.43


def coleman_liau_grade(counts: Counts) -> float:
    """Coleman-Liau index (Coleman and Liau 1975, Journal of Applied Psychology 60)."""
    if not counts.words:
        return 0.0
    letters, sentences = 100 * counts.letters / counts.words, 100 * counts.sentences / counts.words
    return 0.0588 * letters - 0.296 * sentences - 15.8


def dale_chall_score(counts: Counts) -> float:
    """Dale-Chall raw score (Dale and Chall 1948, A formula for predicting readability, Educational Research Bulletin).

    On our own easy words. Some leave the constant out below 5% of hard words; its authors add it always.
    """
    if not counts.words:
        return 0.0
    return 0.1579 * counts.hard_percent + 0.0496 * counts.words_per_sentence + 3.6365


def dale_chall_grade(counts: Counts) -> float:
    """Grade that the authors' chart gives a raw score: 5.0 grade 5, each further point two grades, from 9.0 three."""
    raw = dale_chall_score(counts)
    return 2 * raw - 5 if raw < 9 else 13 + 3 * (raw - 9)  # noqa: PLR2004 - the chart's own limit


def amstad_ease(counts: Counts) -> float:
    """German reading ease (Amstad 1978, Wie verständlich sind unsere Zeitungen?, thesis, Zürich)."""
    return _weigh(counts, 180, 1, 58.5)


def kandel_moles_ease(counts: Counts) -> float:
    """French reading ease (Kandel and Moles 1958, Cahiers d'études de radio-télévision 19)."""
    return _weigh(counts, 207, 1.015, 73.6)


def fernandez_huerta_ease(counts: Counts) -> float:
    """Spanish reading ease (Fernández Huerta 1959, Medidas sencillas de lecturabilidad, Consigna 214)."""
    return _weigh(counts, 206.84, 1.02, 60)


def szigriszt_ease(counts: Counts) -> float:
    """Spanish perspicuity (Szigriszt Pazos 1993, Sistemas predictivos de legibilidad, thesis, Madrid)."""
    return _weigh(counts, 206.835, 1, 62.3)


def douma_ease(counts: Counts) -> float:
    """Dutch reading ease (Douma 1960, De leesbaarheid van landbouwbladen, Wageningen)."""
    return _weigh(counts, 206.84, 0.93, 77)


def gulpease(counts: Counts) -> float:
    """Italian Gulpease index (Lucisano and Piemontese 1988, Scuola e città 39)."""
    return 89 + (300 * counts.sentences - 10 * counts.letters) / counts.words if counts.words else 0.0


def _weigh(counts: Counts, start: float, per_sentence: float, per_word: float) -> float:
    if not counts.words:
        return 0.0
    return start - per_sentence * counts.words_per_sentence - per_word * counts.syllables_per_word


EASE_OF = {
    "en": (Formula("Flesch", reading_ease),),
    "de": (Formula("Amstad", amstad_ease),),
    "fr": (Formula("Kandel-Moles", kandel_moles_ease),),
    "es": (Formula("Szigriszt", szigriszt_ease), Formula("Fernández Huerta", fernandez_huerta_ease)),
    "nl": (Formula("Douma", douma_ease),),
    "it": (Formula("Gulpease", gulpease),),
}
GRADES = (
    Formula("Flesch-Kincaid", kincaid_grade),
    Formula("SMOG", smog_grade),
    Formula("ARI", automated_grade),
    Formula("Coleman-Liau", coleman_liau_grade),
)
