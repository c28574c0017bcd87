"""A document + rules → findings, in order of their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.ignoring import is_ignored, read_ignored
from newsletter.checks.places import Places
from newsletter.model import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.checks.document import Document
    from newsletter.checks.places import Written
    from newsletter.checks.rule import Rule

# What can be asked of plain text; the other groups ask what only HTML can have.
PLAIN_GROUPS = frozenset({"delivery", "text", "wording"})


def check(document: Document, rules: Sequence[Rule], file: str, written: Written | None = None) -> tuple[Finding, ...]:
    """Ask every rule, and order the findings by place: in `file`, or where the document was `written`."""
    places = Places(document, file, written)
    asked = [rule for rule in rules if not document.is_plain_text or rule.group in PLAIN_GROUPS]
    ignored = read_ignored(document)
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
        for rule in asked
        for defect in rule.find(document)
        if not is_ignored(rule.name, defect.element, ignored)
    )
    return tuple(sorted(findings, key=lambda finding: (finding.place.line, finding.place.column, finding.rule)))
