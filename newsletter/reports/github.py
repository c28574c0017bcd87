"""For GitHub Actions: annotations (https://docs.github.com/actions/reference/workflow-commands-for-github-actions)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.model import Impact, Outcome
from newsletter.reports.report import say_counts

if TYPE_CHECKING:
    from newsletter.model import Finding
    from newsletter.reports.report import Report

COMMANDS = {Impact.MINOR: "notice", Impact.MODERATE: "warning", Impact.SERIOUS: "error", Impact.CRITICAL: "error"}


def write_github(report: Report) -> str:
    """Write a command for each finding, and a line that sums them up."""
    lines = [_write_finding(finding) for finding in report.findings]
    return (
        "\n".join([*lines, f"Checked {len(report.checked)}: {say_counts(report.findings) or 'nothing found'}."]) + "\n"
    )


def _write_finding(finding: Finding) -> str:
    place = finding.place
    command = "notice" if finding.outcome is Outcome.REVIEW else COMMANDS[finding.impact]
    fields = {"file": place.file, "line": place.line or 1, "col": place.column, "title": finding.rule}
    properties = ",".join(f"{name}={_escape_property(str(value))}" for name, value in fields.items() if value)
    return f"::{command} {properties}::{_escape(finding.message)}"


def _escape(text: str) -> str:
    """Escape what would end the message, as actions/toolkit does it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
