"""Runs W3C's ACT test cases for the rules that say which ACT rules they decide.

`python -m tests.conformance.act [OUTCOMES]` prints, by tier, how many failed cases are caught, asked about or not
tested, and how often a rule cries wolf. The cases are read from the data shared beside the project.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.checks.document import Document
from newsletter.checks.rule import all_rules
from newsletter.model import Outcome
from tests.shared import SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CASES = SHARED / "act" / "cases.jsonl"


def run_cases() -> Iterator[tuple[dict[str, str], str]]:
    """Yield each case with our outcome: failed, cantTell, passed, or untested where no rule of ours decides it."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case: dict[str, str] = json.loads(line)
        yield case, judge(case)


def judge(case: dict[str, str]) -> str:
    """Ask the rules that decide the case's ACT rule."""
    rules = [rule for rule in all_rules() if case["rule_id"] in rule.act]
    if not rules:
        return "untested"
    document = Document(case["html"])
    found = {defect.outcome for rule in rules for defect in rule.find(document)}
    return "failed" if Outcome.FAIL in found else "cantTell" if found else "passed"


def main() -> None:
    """Print what is not as expected, then the figures of each tier; write every outcome where a file is named."""
    outcomes = list(run_cases())
    for case, outcome in outcomes:
        if (case["expected"] == "failed") != (outcome == "failed"):
            _print_case(case, outcome)
    for tiers in ("A", "B", "AB", "C", "ABC"):
        print(_sum_up(tiers, outcomes))  # noqa: T201 - its product
    if len(sys.argv) > 1:
        lines = [{"rule_id": it["rule_id"], "case_id": it["case_id"], "outcome": outcome} for it, outcome in outcomes]
        Path(sys.argv[1]).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def _print_case(case: dict[str, str], outcome: str) -> None:
    print(f"{outcome:8} expected {case['expected']:12} tier {case['tier']} {case['rule_name']}: {case['case']}")  # noqa: T201 - its product


def _sum_up(tiers: str, outcomes: Sequence[tuple[dict[str, str], str]]) -> str:
    """Count over some tiers: failed cases caught and asked about, and sound cases failed."""
    failing = Counter(it for case, it in outcomes if case["tier"] in tiers and case["expected"] == "failed")
    sound = Counter(it for case, it in outcomes if case["tier"] in tiers and case["expected"] != "failed")
    return (
        f"tier {tiers:3}  caught {failing['failed']}/{failing.total()} ({failing['failed'] / failing.total():.1%}), "
        f"cantTell {failing['cantTell']}, untested {failing['untested']}; "
        f"false alarms {sound['failed']}/{sound.total()}"
    )


if __name__ == "__main__":
    main()
