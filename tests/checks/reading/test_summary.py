"""What the summary says of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsletter.checks.document import Document
from newsletter.checks.reading.summary import summarise
from tests.shared import shared_file

if TYPE_CHECKING:
    from tests.conftest import Newsletter

PLAIN = "We sat by the sea and ate our bread. The wind was cold. "
LONG = "We sat by the sea and ate our bread and the wind was cold and the sun was out and we went home in the dark. "


def test_sentences_or_words() -> None:
    long = summarise(Document(f'<html lang="en"><p>{LONG * 10}</p></html>'))
    assert long
    assert long.driver == "sentences"
    assert "the length of sentences, not the vocabulary" in long.sentence
    assert len(long.mend) == 3


def test_where_nothing_needs_mending_nothing_is_named() -> None:
    short = summarise(Document(f'<html lang="en"><p>{PLAIN * 20}</p></html>'))
    german = summarise(Document(f'<html lang="de"><p>{"Wir saßen am Meer und aßen Brot. " * 20}</p></html>'))
    assert short
    assert german
    assert short.mend == german.mend == ()


def test_a_short_text_has_no_summary() -> None:
    assert summarise(Document(f"<p>{PLAIN}</p>")) is None


@pytest.mark.parametrize(("language", "name"), [("de", "Amstad"), ("fr-CA", "Kandel-Moles"), ("it", "Gulpease")])
def test_other_languages_have_their_own_scores(language: str, name: str) -> None:
    found = summarise(Document(f'<html lang="{language}"><p>{PLAIN * 20}</p></html>'))
    assert found
    assert found.grade is None
    assert name in found.sentence


def test_an_unknown_language_is_said_so_and_not_scored() -> None:
    found = summarise(Document(f'<html lang="pl"><p>{PLAIN * 20}</p></html>'))
    assert found
    assert not found.scores
    assert "not scored" in found.sentence


def test_a_post_on_therapy_is_hard_by_its_words(newsletter: Newsletter) -> None:
    newsletter.run("new", str(shared_file("seed/000_13835efccf27cff8.txt")))
    printed = newsletter.run("check").output
    assert "the vocabulary, not the length of sentences, weighs most" in printed
    assert "Spell PTSD out" in printed
    assert printed.count("Mend first") == 3
