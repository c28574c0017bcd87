"""For programs: the document that docs/reference/check.schema.json describes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsletter.reports.report import count_findings

if TYPE_CHECKING:
    from newsletter.checks.checked import Checked
    from newsletter.checks.reading.summary import ReadingSummary
    from newsletter.model import Finding
    from newsletter.reports.report import Report


def write_json(report: Report) -> str:
    """Write all targets with their findings and counts, and, where there are some, those that could not be read."""
    document = {"version": 1, "targets": [_target(checked) for checked in report.checked]}
    if report.unread:
        document["unread"] = [{"target": str(it.file), "message": it.message, "hint": it.hint} for it in report.unread]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _target(checked: Checked) -> dict[str, object]:
    return {
        "target": checked.target,
        "findings": [_finding(finding) for finding in checked.findings],
        "reading": _reading(checked.reading),
        "counts": count_findings(checked.findings),
    }


def _reading(reading: ReadingSummary | None) -> dict[str, object] | None:
    if reading is None:
        return None
    return {
        "language": reading.language,
        "words": reading.words,
        "words_per_sentence": round(reading.words_per_sentence, 1),
        "hard_percent": round(reading.hard_percent, 1),
        "grade": None if reading.grade is None else round(reading.grade, 1),
        "driver": reading.driver,
        "scores": {name: round(score, 1) for name, score in reading.scores.items()},
        "mend": [{"line": line, "words": words} for line, words in reading.mend],
    }


def _finding(finding: Finding) -> dict[str, object]:
    place = finding.place
    return {
        "rule": finding.rule,
        "outcome": finding.outcome.value,
        "impact": finding.impact.word,
        "message": finding.message,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "selector": place.selector,
        "snippet": place.snippet,
        "wcag": list(finding.wcag),
        "act": list(finding.act),
    }
