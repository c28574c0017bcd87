"""Ten plain texts in the public domain: at most one false alarm in each, by every rule on text and wording."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsletter.checks.document import Document, Letter
from newsletter.checks.reading.words import find_words
from newsletter.checks.sets import choose_rules
from newsletter.markdown.reading import read_markdown

if TYPE_CHECKING:
    from newsletter.checks.rule import Rule

TEXTS = {file.stem: file for file in sorted((Path(__file__).parent / "plain_texts").glob("[a-z]*.md"))}
# What is true of a text is no false alarm. Sentences over 20 words, paragraphs over 100 and runs over 400 are counted
# as the rules count them, and were read; an acronym that is not spelt out is named; of grades a person decides.
LONG_SENTENCES = {
    "aesop": 6,
    "black-beauty": 10,
    "depression": 3,
    "fireside-chat": 9,
    "peter-rabbit": 6,
    "plain-language": 5,
    "stress": 7,
    "substance-use": 2,
    "third-reader": 4,
    "wizard-of-oz": 9,
}
TRUE = {
    "black-beauty": {"paragraph-too-long", "text-without-heading"},
    "depression": {"acronym-unexplained", "reading-grade-high"},
    "fireside-chat": {"paragraph-too-long", "reading-grade-high", "words-hard"},
    "stress": {"reading-grade-high"},
    "substance-use": {"acronym-unexplained", "reading-grade-high"},
}


def find_all(name: str) -> list[tuple[Rule, str]]:
    blocks = read_markdown(TEXTS[name].read_text(encoding="utf-8"))[0]
    document = Document("", letter=Letter(blocks, "en", ""))
    rules = [rule for rule in choose_rules((), ()) if rule.group in {"text", "wording"}]
    return [(rule, defect.message) for rule in rules for defect in rule.find(document)]


def test_there_are_ten_of_300_words() -> None:
    assert len(TEXTS) == 10
    assert all(len(find_words(file.read_text(encoding="utf-8"))) >= 300 for file in TEXTS.values())


@pytest.mark.parametrize("name", TEXTS)
def test_at_most_one_false_alarm(name: str) -> None:
    true = TRUE.get(name, set()) | {"sentence-too-long"}
    false = [(rule.name, message) for rule, message in find_all(name) if rule.name not in true]
    assert len(false) <= 1, false


@pytest.mark.parametrize("name", TEXTS)
def test_a_sentence_that_is_said_to_be_long_is_long(name: str) -> None:
    messages = [message for rule, message in find_all(name) if rule.name == "sentence-too-long"]
    number = messages[-1].rpartition("There ")[2].split()[1] if "more like it" in messages[-1] else "0"
    assert len(messages) + (1 if number == "one" else int(number)) == LONG_SENTENCES[name]
