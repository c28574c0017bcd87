"""For code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from newsletter import __version__
from newsletter.checks.fingerprints import number_findings
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from newsletter.checks.rule import Rule
    from newsletter.errors import NewsletterError
    from newsletter.model import Finding
    from newsletter.reports.report import Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Impact.MINOR: "note", Impact.MODERATE: "warning", Impact.SERIOUS: "error", Impact.CRITICAL: "error"}


def write_sarif(report: Report) -> str:
    """Write one run: every rule that was asked, a result for each finding, and whether all could be read."""
    driver = {
        "name": "newsletter",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in report.rules],
    }
    places = {rule.name: number for number, rule in enumerate(report.rules)}
    results = [
        _result(finding, places, fingerprint)
        for checked in report.checked
        for finding, fingerprint in number_findings(checked)
    ]
    notes = [_note(error) for error in report.unread]
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": not notes, "toolExecutionNotifications": notes}],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _note(error: NewsletterError) -> dict[str, object]:
    note: dict[str, object] = {"level": "error", "message": {"text": f"{error.message} {error.hint}".rstrip()}}
    place = {"physicalLocation": {"artifactLocation": {"uri": _uri(str(error.file))}}}
    return note | ({"locations": [place]} if error.file else {})


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.documentation, "markdown": rule.documentation},
        "defaultConfiguration": {"level": LEVELS[rule.impact]},
        "properties": {
            "tags": [
                "accessibility",
                rule.group,
                *(f"WCAG {it}" for it in rule.wcag),
                *(f"ACT {it}" for it in rule.act),
            ],
            "impact": rule.impact.word,
        },
    }


def _result(finding: Finding, places: dict[str, int], fingerprint: str) -> dict[str, object]:
    place = finding.place
    # Code scanning refuses a result without a line: what concerns the whole file is shown at its head.
    region: dict[str, object] = {"startLine": place.line or 1}
    region |= {"startColumn": place.column} if place.column else {}
    region |= {"snippet": {"text": place.snippet}} if place.snippet else {}
    location: dict[str, object] = {"artifactLocation": {"uri": _uri(place.file)}, "region": region}
    # Section 3.27.10: a result of a kind other than `fail` has the level `none`.
    is_review = finding.outcome is Outcome.REVIEW
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "kind": "review" if is_review else "fail",
        "level": "none" if is_review else LEVELS[finding.impact],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"newsletter/v1": fingerprint},
        "properties": {"impact": finding.impact.word},
    }
    return result | ({"ruleIndex": places[finding.rule]} if finding.rule in places else {})


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
