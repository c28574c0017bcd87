"""Runs W3C's ACT test cases for the rules that say which ACT rules they decide.

`python -m tests.conformance.act` prints, by tier, how many failed cases are caught, asked about, and how often a rule
cries wolf. The cases are read from the data shared beside the project.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from newsletter.checks.document import Document
from newsletter.checks.rule import all_rules
from newsletter.model import Outcome
from tests.shared import SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = SHARED / "act" / "cases.jsonl"


def run_cases() -> Iterator[tuple[dict[str, str], str]]:
    """Yield each case of an ACT rule that we decide, with our outcome: failed, cantTell or passed."""
    decided = {act for rule in all_rules() for act in rule.act}
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["rule_id"] in decided:
            yield case, judge(case)


def judge(case: dict[str, str]) -> str:
    """Ask the rules that decide the case's ACT rule."""
    document = Document(case["html"])
    rules = [rule for rule in all_rules() if case["rule_id"] in rule.act]
    found = {defect.outcome for rule in rules for defect in rule.find(document)}
    return "failed" if Outcome.FAIL in found else "cantTell" if found else "passed"


def main() -> None:
    """Print the figures."""
    figures: Counter[tuple[str, str]] = Counter()
    for case, outcome in run_cases():
        kind = "failed" if case["expected"] == "failed" else "sound"
        figures[case["tier"], f"{kind} cases"] += 1
        figures[case["tier"], f"{kind}: {outcome}"] += 1
        if (kind == "sound") == (outcome == "failed") or (kind == "failed" and outcome == "passed"):
            print(f"{outcome:8} expected {case['expected']:12} {case['rule_name']}: {case['case']}")  # noqa: T201 - its product
    for key, count in sorted(figures.items()):
        print(f"tier {key[0]}: {key[1]}: {count}")  # noqa: T201 - its product


if __name__ == "__main__":
    main()
