"""What a person should know of how a document reads, in a few lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.checks.reading.counts import count, sentences_of
from newsletter.checks.reading.formulas import EASE_OF, GRADES, dale_chall_score
from newsletter.checks.reading.languages import LANGUAGES
from newsletter.checks.reading.mending import shorten, substitute
from newsletter.checks.reading.plain_score import MARGIN, score_plainly
from newsletter.checks.tongues.settling import main_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.checks.document import Document
    from newsletter.checks.reading.counts import Counts, Sentence

MIN_WORDS = 100
TO_MEND = 3
# Words of a sentence that is read in one go, and hard ones that no context makes up for.
LONG = 20
MANY_HARD = 3
DRIVERS = {
    "words": "the vocabulary, not the length of sentences, weighs most",
    "sentences": "the length of sentences, not the vocabulary, weighs most",
    "neither": "the sentences are short and the words common",
}


@dataclass(frozen=True, slots=True)
class ReadingSummary:
    """How a document reads.

    `grade` and `driver` (`words`, `sentences` or `neither`) are None where no grade is computed.
    `scores` maps the names of published formulas to theirs; `mend` holds line and words of the sentences to mend first:
    those that are long or hold several hard words.
    """

    language: str
    words: int
    words_per_sentence: float
    hard_percent: float
    grade: float | None
    driver: str | None
    scores: dict[str, float]
    mend: tuple[tuple[int, str], ...]

    @property
    def sentence(self) -> str:
        """The summary as a person reads it."""
        if self.language not in LANGUAGES:
            return f"Reading: no formula is known for the language “{self.language}”, so it is not scored."
        if self.grade is None:
            scores = ", ".join(f"{name} {score:.0f}" for name, score in self.scores.items())
            return f"Reading: {scores} (0 very hard, 100 very easy), {self.words_per_sentence:.0f} words to a sentence."
        return (
            f"Reading: grade {self.grade:.0f} (give or take {MARGIN}); {DRIVERS[self.driver or 'neither']}: "
            f"{self.words_per_sentence:.0f} words to a sentence, {self.hard_percent:.0f}% hard words."
        )


def summarise(document: Document) -> ReadingSummary | None:
    """Summarise how a document reads; None below 100 words, where no score means anything."""
    language, sentences = main_language(document), sentences_of(document)
    counts = count(sentences, language)
    if counts.words < MIN_WORDS:
        return None
    plain = score_plainly(counts) if language == "en" else None
    return ReadingSummary(
        language=language,
        words=counts.words,
        words_per_sentence=counts.words_per_sentence,
        hard_percent=counts.hard_percent,
        grade=plain.grade if plain else None,
        driver=plain.driver if plain else None,
        scores=_scores(counts, language),
        mend=() if plain and plain.driver == "neither" else _to_mend(sentences),
    )


def _to_mend(sentences: Sequence[Sentence]) -> tuple[tuple[int, str], ...]:
    """Pick the heaviest sentences, of those that are long or hold several hard words."""
    heavy = [it for it in sentences if len(it.words) > LONG or len(it.hard) >= MANY_HARD]
    return tuple((_line(it), shorten(it.text)) for it in sorted(heavy, key=_weight, reverse=True)[:TO_MEND])


def _scores(counts: Counts, language: str) -> dict[str, float]:
    formulas = EASE_OF.get(language, ())
    scores = {formula.name: formula.score(counts) for formula in formulas}
    if language == "en":
        scores |= {formula.name: formula.score(counts) for formula in GRADES}
        scores["Dale-Chall"] = dale_chall_score(counts)
    return scores


def _weight(sentence: Sentence) -> float:
    """How much a sentence weighs on readers: its words, each hard one thrice, more where a plain one is at hand."""
    return len(sentence.words) + 2 * len(sentence.hard) + sum(bool(substitute(word)) for word in sentence.hard)


def _line(sentence: Sentence) -> int:
    passage = sentence.passage
    return passage.line or (passage.element.sourceline or 0 if passage.element else 0)
