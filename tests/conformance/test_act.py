"""The ACT cases that our rules decide: none that is sound may be failed."""

from __future__ import annotations

from tests.conformance.act import run_cases
from tests.shared import shared_file


def test_no_sound_case_is_failed() -> None:
    shared_file("act/cases.jsonl")
    wrong = [
        f"{case['rule_name']}: {case['case']}"
        for case, outcome in run_cases()
        if case["expected"] != "failed" and outcome == "failed"
    ]
    assert wrong == []
