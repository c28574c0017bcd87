"""Every rule: its own examples, and a page whose ids say what is expected."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from newsletter.checks.document import Document
from newsletter.checks.linking.answers import Answer, State
from newsletter.checks.loading import read_email
from newsletter.checks.rule import Rule, all_rules
from newsletter.model import Outcome

FIXTURES = Path(__file__).parent / "rules"
EXAMPLE = r"## {}\n\n```(html|eml)\n(.+?)\n```"


# What a program cannot settle, in any case or in the example.
ONLY_REVIEW = {
    "boundary-contrast-low",
    "colour-named-alone",
    "inverted-contrast-low",
    "link-error-page",
    "link-unchecked",
    "logo-lost-in-dark",
    "place-named-alone",
    "postal-address-missing",
    "reading-order-changed",
    "reason-missing",
    "text-share-low",
}


def with_answers(rule: Rule, document: Document) -> Document:
    """Add what the web would say of its links where <rule>.answers.json says so."""
    file = FIXTURES / f"{rule.name}.answers.json"
    if file.exists():
        answers: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
        document.answers = {
            href: Answer(**{**answer, "state": State(answer.get("state", "works"))}) for href, answer in answers.items()
        }
    return document


def outcomes(rule: Rule, document: Document) -> list[Outcome]:
    return [defect.outcome for defect in rule.find(with_answers(rule, document))]


def example(rule: Rule, title: str) -> Document:
    found = re.search(EXAMPLE.format(title), rule.documentation, re.DOTALL)
    assert found, f"{rule.name} has no example under “{title}”"
    return Document(found[2]) if found[1] == "html" else read_email(found[2].encode(), Path("example.eml"))


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_the_example_that_fails_fails_and_the_other_passes(rule: Rule) -> None:
    if rule.name != "html-too-large":  # its example would be 102 KB of documentation
        expected = Outcome.REVIEW if rule.name in ONLY_REVIEW else Outcome.FAIL
        assert expected in outcomes(rule, example(rule, "Fails"))
    assert outcomes(rule, example(rule, "Passes")) == []


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_exactly_the_elements_that_should_be_found_are_found(rule: Rule) -> None:
    files = sorted(FIXTURES.glob(f"{rule.name}*.html"))
    assert files or list(FIXTURES.glob(f"{rule.name}.*.eml")), f"write {FIXTURES / rule.name}.html"
    for file in files:
        document = with_answers(rule, Document(file.read_text(encoding="utf-8")))
        found = {(defect.outcome, defect.element["id"]) for defect in rule.find(document) if defect.element}
        elements = [*document.elements, *(document.outlook_view.elements if document.outlook_view else ())]
        ids = [str(element["id"]) for element in elements if element.has_attr("id")]
        failing = {(Outcome.FAIL, name) for name in ids if name.startswith("fail")}
        assert found == failing | {(Outcome.REVIEW, name) for name in ids if name.startswith("review")}, file.name


@pytest.mark.parametrize("file", sorted(FIXTURES.glob("*.eml")), ids=lambda file: file.stem)
def test_an_email_is_found_as_its_name_says(file: Path) -> None:
    name, expected, _ = file.name.split(".")
    rule = next(rule for rule in all_rules() if rule.name == name)
    wanted = {"fail": [Outcome.FAIL], "review": [Outcome.REVIEW], "pass": []}[re.sub(r"-.*", "", expected)]
    assert outcomes(rule, read_email(file.read_bytes(), file)) == wanted


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_rule_says_why_and_where_it_comes_from(rule: Rule) -> None:
    assert "## Why it matters" in rule.documentation
    assert "## References" in rule.documentation
    assert re.search(r"## Silent\n\n\w", rule.documentation), "say when it says nothing, and why"
    assert rule.summary
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+", rule.name)


def test_names_are_unique() -> None:
    names = [rule.name for rule in all_rules()]
    assert len(names) == len(set(names)) >= 17
