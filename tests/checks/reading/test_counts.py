"""Which words are hard: no names, no inflections of easy words, no acronyms."""

from __future__ import annotations

import pytest

from newsletter.checks.reading.counts import read_sentences
from newsletter.checks.reading.passages import Kind, Passage


def hard_words(*texts: str, kind: Kind = Kind.PARAGRAPH) -> list[str]:
    return [word for sentence in read_sentences(Passage(text, kind) for text in texts) for word in sentence.hard]


@pytest.mark.parametrize(
    "text",
    [
        "She walked happily, stopped, and was running to the tidiest houses.",
        "The children’s knives were sharpened; nobody’s feet were wetter.",
        "They don’t, won’t and can’t; we’ve and I’m.",
        "Half-open doors, a three-year-old boy, and self-help.",
        "We met at the BBC and the NHS with a PDF.",
        "It cost 300 dollars at 9.30, see www.psychotherapeutic.org.",
    ],
)
def test_easy_words(text: str) -> None:
    assert hard_words(text) == []


def test_hard_words_in_every_form() -> None:
    assert hard_words("We facilitated numerous considerations.") == ["facilitated", "numerous", "considerations"]


def test_names_are_left_out_also_where_they_begin_a_sentence() -> None:
    assert hard_words("Siobhan came in.", "We saw Siobhan’s boat, and Maren Ellis.", "Ellis slept.") == []


def test_a_capital_at_the_start_or_in_a_title_makes_no_name() -> None:
    assert hard_words("Autonomy is good.") == ["Autonomy"]
    assert hard_words("Why Autonomy Matters", kind=Kind.HEADING) == ["Autonomy"]
    assert hard_words("Autonomy helps.", "We want autonomy, and the Autonomy Group.") == ["Autonomy", "autonomy"]
