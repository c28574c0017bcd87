"""Findings as people read them, and as one JSON document."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.checks.reading.summary import ReadingSummary
    from newsletter.model import Finding
    from newsletter.workflows.check import Checked

COLOURS = {Impact.MINOR: "cyan", Impact.MODERATE: "yellow", Impact.SERIOUS: "red", Impact.CRITICAL: "bright_red"}


def make_document(results: Sequence[Checked]) -> dict[str, object]:
    """Make the document that docs/reference/check.schema.json describes."""
    return {"version": 1, "targets": [_target(result) for result in results]}


def print_findings(results: Sequence[Checked]) -> None:
    """Print findings to standard output, target by target, and a line that sums them up."""
    for result in results:
        for finding in result.findings:
            _print_finding(finding)
        if result.reading:
            _print_reading(result.reading)
    findings = [finding for result in results for finding in result.findings]
    counts = Counter("to look at" if it.outcome is Outcome.REVIEW else it.impact.word for it in findings)
    words = ", ".join(f"{count} {word}" for word, count in counts.items())
    click.echo(f"Checked {console.count(len(results), 'target', 'targets')}: {words or 'nothing found'}.")
    click.echo("A program cannot see whether an alt text is true and a sentence kind: read it once yourself.")


def _print_finding(finding: Finding) -> None:
    place = finding.place
    where = ":".join(str(part) for part in (place.file, place.line or "", place.column or "") if part)
    kind = "look" if finding.outcome is Outcome.REVIEW else finding.impact.word
    click.echo(f"{where}: {console.paint(kind, COLOURS[finding.impact])}: {finding.message} [{finding.rule}]")
    if place.snippet:
        click.echo(console.paint(f"    {place.snippet}", dim=True))


def _print_reading(reading: ReadingSummary) -> None:
    click.echo(reading.sentence)
    for line, words in reading.mend:
        click.echo(f"    Mend first{f', line {line}' if line else ''}: {words}")


def _target(result: Checked) -> dict[str, object]:
    counts = Counter(finding.impact.word for finding in result.findings if finding.outcome is Outcome.FAIL)
    counts["review"] = sum(finding.outcome is Outcome.REVIEW for finding in result.findings)
    return {
        "target": result.target,
        "findings": [_finding(finding) for finding in result.findings],
        "reading": _reading(result.reading),
        "counts": {word: counts[word] for word in (*(impact.word for impact in Impact), "review")},
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
