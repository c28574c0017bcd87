"""Emails that are made well, in the styles that people send: no rule about their making may fail one."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsletter.checks.document import Document
from newsletter.checks.rule import all_rules
from newsletter.model import Outcome

EMAILS = sorted((Path(__file__).parent / "wellmade").glob("*.html"))
GROUPS = {"appearance", "aria", "colour", "document", "forms", "images", "links", "structure"}
ALSO = {"feature-unsupported"}


@pytest.mark.parametrize("file", EMAILS, ids=lambda file: file.stem)
def test_no_rule_fails_a_well_made_email(file: Path) -> None:
    document = Document(file.read_text(encoding="utf-8"))
    rules = [rule for rule in all_rules() if (rule.group in GROUPS or rule.name in ALSO) and not rule.optional]
    found = [
        (rule.name, defect.message)
        for rule in rules
        for defect in rule.find(document)
        if defect.outcome is Outcome.FAIL
    ]
    assert found == []


def test_there_are_emails_of_many_styles() -> None:
    assert len(EMAILS) >= 10
