"""Published formulas give what their publications and worked examples say."""

from __future__ import annotations

import pytest
import textstat

from newsletter.checks.reading import formulas
from newsletter.checks.reading.counts import Counts, count, read_sentences
from newsletter.checks.reading.passages import Passage

PLATYPUS = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
# Long sentences without abbreviations, decimals or addresses: there textstat splits as readers do.
PLAIN = (
    "We walked along the river in the early morning. "
    "The water was still and the birds were loud. Nobody else was there. "
    "After an hour we came to a bridge and sat down for breakfast. It was one of the better days of that year."
)


def counts(**sizes: int) -> Counts:
    return Counts(**{name: sizes.get(name, 0) for name in Counts.__dataclass_fields__})


def test_the_platypus_of_flesch_and_kincaid() -> None:
    """The worked example in general reference works: 13 words, 24 syllables, reading ease 37.5, grade 11.3.

    It says Australian in three syllables and reptilian in three; CMUdict gives the second four.
    """
    found = counts(sentences=1, words=13, syllables=24)
    ours = count(read_sentences([Passage(PLATYPUS)]))
    assert (ours.sentences, ours.words, ours.syllables) == (1, 13, 25)
    assert formulas.reading_ease(found) == pytest.approx(37.5, abs=0.05)
    assert formulas.kincaid_grade(found) == pytest.approx(11.3, abs=0.05)


def test_coleman_and_liau() -> None:
    """The worked example in general reference works: 639 letters, 119 words, 5 sentences: 14.5."""
    assert formulas.coleman_liau_grade(counts(letters=639, words=119, sentences=5)) == pytest.approx(14.5, abs=0.05)


@pytest.mark.parametrize(("polysyllables", "grade"), [(13, 7), (25, 8), (36, 9), (49, 10), (64, 11), (81, 12)])
def test_smog_agrees_with_its_conversion_table(polysyllables: int, grade: int) -> None:
    """McLaughlin's quick way: 3 + the root of the nearest perfect square of polysyllables in 30 sentences."""
    assert formulas.smog_grade(counts(sentences=30, polysyllables=polysyllables)) == pytest.approx(grade, abs=0.6)


@pytest.mark.parametrize(
    ("formula", "score"),
    [
        (formulas.amstad_ease, 180 - 10 - 58.5 * 1.5),
        (formulas.kandel_moles_ease, 207 - 10.15 - 73.6 * 1.5),
        (formulas.fernandez_huerta_ease, 206.84 - 10.2 - 90),
        (formulas.szigriszt_ease, 206.835 - 10 - 62.3 * 1.5),
        (formulas.douma_ease, 206.84 - 9.3 - 77 * 1.5),
        (formulas.gulpease, 89 + (3000 - 5000) / 100),
        (formulas.automated_grade, 4.71 * 5 + 0.5 * 10 - 21.43),
        (formulas.dale_chall_score, 0.1579 * 10 + 0.496 + 3.6365),
    ],
)
def test_the_weights_of_the_others(formula: object, score: float) -> None:
    sizes = counts(sentences=10, words=100, syllables=150, letters=500, hard=10)
    assert callable(formula)
    assert formula(sizes) == pytest.approx(score)


def test_a_text_without_words_scores_nothing() -> None:
    for formula in (*formulas.GRADES, *(it for found in formulas.EASE_OF.values() for it in found)):
        assert formula.score(counts()) == 0


def test_textstat_agrees_where_it_is_right() -> None:
    found = count(read_sentences([Passage(PLAIN)]))
    assert (found.sentences, found.words) == (textstat.sentence_count(PLAIN), textstat.lexicon_count(PLAIN))
    assert formulas.coleman_liau_grade(found) == pytest.approx(textstat.coleman_liau_index(PLAIN), abs=0.6)
