"""The ACT cases that our rules decide: what must be caught, and how seldom a sound case may be called faulty."""

from __future__ import annotations

import functools

import pytest

from tests.conformance.act import run_cases
from tests.shared import shared_file

MOST_FALSE_ALARMS = 1 / 200


@functools.cache
def cases() -> tuple[tuple[dict[str, str], str], ...]:
    shared_file("act/cases.jsonl")
    return tuple(run_cases())


@pytest.mark.parametrize(("tiers", "aim"), [("AB", 0.95), ("C", 0.5)])
def test_faulty_cases_are_caught(tiers: str, aim: float) -> None:
    faulty = [(case, it) for case, it in cases() if case["tier"] in tiers and case["expected"] == "failed"]
    missed = [f"{it} {case['rule_name']}: {case['case']}" for case, it in faulty if it != "failed"]
    assert 1 - len(missed) / len(faulty) >= aim, missed


def test_sound_cases_are_not_failed() -> None:
    sound = [(case, it) for case, it in cases() if case["expected"] != "failed"]
    wrong = [f"{case['rule_name']}: {case['case']}" for case, it in sound if it == "failed"]
    assert len(wrong) / len(sound) <= MOST_FALSE_ALARMS, wrong
