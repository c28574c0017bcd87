"""For people at a terminal: each finding with its source line, a caret, and how to put it right."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING, Protocol

from newsletter.model import Impact, Outcome
from newsletter.reports.report import UNSEEN, say_counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.checked import Checked
    from newsletter.model import Finding
    from newsletter.reports.report import Report

WIDTH = 80
COLOURS = {Impact.MINOR: "cyan", Impact.MODERATE: "yellow", Impact.SERIOUS: "red", Impact.CRITICAL: "bright_red"}
SHOWN_RULES = 10
# Who has seen so many of one kind has understood; the documents for programs hold all.
SHOWN_OF_RULE = 20


class Paint(Protocol):
    """Colours words, or leaves them as they are."""

    def __call__(self, text: str, colour: str | None = None, *, bold: bool = False, dim: bool = False) -> str:
        """Give the words as they shall be shown."""
        ...


def leave_plain(text: str, colour: str | None = None, *, bold: bool = False, dim: bool = False) -> str:  # noqa: ARG001 - Paint's signature
    """Leave words without colour."""
    return text


def write_text(report: Report, paint: Paint = leave_plain) -> str:
    """Write findings target by target, then what they add up to, and what no program can see."""
    parts = [_write_target(checked, report, paint) for checked in report.checked if checked.findings or checked.reading]
    return "\n".join([*parts, *_sum_up(report, paint)]) + "\n"


def _write_target(checked: Checked, report: Report, paint: Paint) -> str:
    numbers: Counter[str] = Counter()
    lines: list[str] = []
    for finding in checked.findings:
        numbers[finding.rule] += 1
        if numbers[finding.rule] <= SHOWN_OF_RULE:
            lines += _write_finding(finding, report, paint)
    for rule, number in numbers.items():
        if number > SHOWN_OF_RULE:
            lines.append(f"{checked.target}: and {number - SHOWN_OF_RULE:,} more [{rule}]")
    lines.append(paint(f"{checked.target}: {say_counts(checked.findings) or 'nothing found'}", bold=True))
    if checked.reading:
        lines.append(checked.reading.sentence)
        for line, words in checked.reading.mend:
            lines += [f"    Mend first{f', line {line}' if line else ''}: {words}"]
    return "\n".join([*lines, ""])


def _write_finding(finding: Finding, report: Report, paint: Paint) -> Iterator[str]:
    place = finding.place
    where = ":".join(str(part) for part in (place.file, place.line or "", place.column or "") if part)
    kind = f"to look at ({finding.impact.word})" if finding.outcome is Outcome.REVIEW else finding.impact.word
    shown = paint(kind, COLOURS[finding.impact], bold=True)
    yield f"{where}: {shown}: {report.summary_of(finding)} [{finding.rule}]"
    if place.excerpt:
        yield f"    {place.excerpt}"
        yield from [" " * (4 + place.caret) + paint("^", COLOURS[finding.impact])] if place.caret >= 0 else []
    elif place.snippet:
        yield paint(f"    {place.snippet[: WIDTH - 4]}", dim=True)
    yield from textwrap.wrap(finding.message, WIDTH, initial_indent="  → ", subsequent_indent="    ")


def _sum_up(report: Report, paint: Paint) -> Iterator[str]:
    findings = report.findings
    by_rule = Counter(finding.rule for finding in findings).most_common()
    if len(report.checked) > 1 and findings:
        width = len(f"{by_rule[0][1]:,}")
        yield from (f"{number:{width},}  {rule}" for rule, number in by_rule[:SHOWN_RULES])
        yield from [f"and {len(by_rule) - SHOWN_RULES} rules more"] if len(by_rule) > SHOWN_RULES else []
        yield ""
    targets = f"{len(report.checked):,} {'target' if len(report.checked) == 1 else 'targets'}"
    yield paint(f"Checked {targets}: {report.result}.", bold=True)
    if report.known:
        yield f"Of the baseline, {report.known:,} still {'stands' if report.known == 1 else 'stand'}."
    if report.fixed:
        yield f"Of the baseline, {report.fixed:,} {'is' if report.fixed == 1 else 'are'} put right: write it anew."
    if findings:
        gravest = max(findings, key=lambda it: (it.outcome is Outcome.FAIL, it.impact))
        yield f"newsletter rules {gravest.rule} explains the gravest; each rule has such a page."
    yield "What no program can see:"
    yield from (f"  {question}" for question in UNSEEN)
