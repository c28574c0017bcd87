"""Plain texts in the public domain: at most one false alarm in each."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsletter.checks.document import Document
from newsletter.checks.rule import all_rules

FILE = Path(__file__).parent / "plain-texts.toml"
TEXTS = {it["source"]: it["text"] for it in tomllib.loads(FILE.read_text(encoding="utf-8"))["texts"]}
# A long sentence and a hard word are there: they are no false alarms.
TRUE = {"sentence-too-long", "words-hard"}


def test_there_are_ten() -> None:
    assert len(TEXTS) == 10


@pytest.mark.parametrize("name", TEXTS)
def test_at_most_one_false_alarm(name: str) -> None:
    document = Document(f'<html lang="en"><body><p>{TEXTS[name]}</p></body></html>')
    rules = [rule for rule in all_rules() if rule.group in {"text", "wording"} and rule.name not in TRUE]
    found = [(rule.name, defect.message) for rule in rules for defect in rule.find(document)]
    assert len(found) <= 1, found
