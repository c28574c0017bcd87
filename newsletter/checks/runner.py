"""A document + rules → findings, in order of their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.ignoring import find_ignores, is_ignored
from newsletter.checks.places import Places
from newsletter.model import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsletter.checks.document import Document
    from newsletter.checks.rule import Rule


def check(
    document: Document, rules: Sequence[Rule], file: str, lines: Mapping[int, int] | None = None
) -> tuple[Finding, ...]:
    """Ask every rule, and order the findings by place.

    Places are in `file`: its own lines, or with `lines` (position of an element → line) those of the issue.md that it
    was rendered from.
    """
    places = Places(document, file, lines)
    ignores = tuple(find_ignores(document))
    findings = (
        Finding(
            rule=rule.name,
            outcome=defect.outcome,
            impact=defect.impact or rule.impact,
            message=defect.message,
            place=places.find(defect),
            wcag=rule.wcag,
            act=rule.act,
        )
        for rule in rules
        for defect in rule.find(document)
        if not is_ignored(rule.name, defect.element, ignores)
    )
    return tuple(sorted(findings, key=lambda finding: (finding.place.line, finding.place.column, finding.rule)))
