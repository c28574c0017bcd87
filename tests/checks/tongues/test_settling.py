"""The language of an email that states none."""

from __future__ import annotations

import pytest

from newsletter.checks.document import Document
from newsletter.checks.rule import all_rules
from newsletter.checks.tongues.settling import main_language, usual_direction

ITALIAN = (
    "Vi scriviamo perché oggi è il giorno in cui la nostra casa è aperta a tutti quelli che non ci sono mai stati."
)
RUSSIAN = "Мы пишем вам, потому что сегодня наш дом открыт для всех, кто ещё никогда у нас не был."
HEBREW = "אנחנו כותבים לכם כי היום הבית שלנו פתוח לכולם"


@pytest.mark.parametrize(
    ("html", "language"),
    [
        (f"<p>{ITALIAN}</p>", "it"),
        (f"<p>{RUSSIAN}</p>", "ru"),
        (f"<p>{HEBREW}</p>", "he"),
        (f"<div lang=fr><p>{ITALIAN}</p></div>", "fr"),
        (f"<html lang=de-AT><p>{ITALIAN}</p></html>", "de"),
        ("<p>Good morning to all of you</p>", "en"),
        ("", "en"),
    ],
)
def test_what_is_stated_counts_then_what_the_words_tell(html: str, language: str) -> None:
    assert main_language(Document(html)) == language


def test_the_direction_is_that_of_the_language() -> None:
    assert usual_direction(Document(f"<p>{HEBREW}</p>")) == "rtl"
    assert usual_direction(Document(f"<p>{ITALIAN}</p>")) == "ltr"


def test_words_of_another_language_are_not_measured_as_english() -> None:
    document = Document(f"<html><body>{f'<p>{RUSSIAN}</p>' * 20}</body></html>")
    names = {rule.name for rule in all_rules() if any(rule.find(document))}
    assert not names & {"reading-grade-high", "words-hard", "acronym-unexplained", "verb-passive"}
    assert "html-lang-missing" in names
    rule = next(rule for rule in all_rules() if rule.name == "html-lang-missing")
    assert 'lang="ru"' in next(rule.find(document)).message
