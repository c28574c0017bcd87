"""For GitHub Actions: annotations (https://docs.github.com/actions/reference/workflow-commands-for-github-actions)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsletter.errors import NewsletterError
    from newsletter.model import Finding
    from newsletter.reports.report import Report

COMMANDS = {Impact.MINOR: "notice", Impact.MODERATE: "warning", Impact.SERIOUS: "error", Impact.CRITICAL: "error"}


def write_github(report: Report) -> str:
    """Write a command for each finding and each target that could not be read, and a line that sums them up."""
    lines = [*map(_write_finding, report.findings), *map(_write_error, report.unread)]
    return "\n".join([*lines, f"Checked {len(report.checked)}: {report.result}."]) + "\n"


def _write_finding(finding: Finding) -> str:
    place = finding.place
    command = "notice" if finding.outcome is Outcome.REVIEW else COMMANDS[finding.impact]
    fields = {"file": place.file, "line": place.line or 1, "col": place.column, "title": finding.rule}
    return _write_command(command, fields, finding.message)


def _write_error(error: NewsletterError) -> str:
    fields = {"file": error.file, "line": error.line, "col": error.column, "title": "not checked"}
    return _write_command("error", fields, f"{error.message} {error.hint}".rstrip())


def _write_command(command: str, fields: Mapping[str, object], message: str) -> str:
    properties = ",".join(f"{name}={_escape_property(str(value))}" for name, value in fields.items() if value)
    return f"::{command} {properties}::{_escape(message)}"


def _escape(text: str) -> str:
    """Escape what would end the message, as actions/toolkit does it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
