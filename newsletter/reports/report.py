"""What every format is written from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsletter.checks.checked import Checked
    from newsletter.checks.rule import Rule
    from newsletter.errors import NewsletterError
    from newsletter.model import Finding

REVIEW = "review"
WORDS = (*(impact.word for impact in reversed(Impact)), REVIEW)
# What no rule can ask: whoever sends the email answers it.
UNSEEN = (
    "Is each alt text true, and does it say what matters?",
    "Does each link lead where its words say?",
    "Does the order in which it is read aloud make sense?",
    "Is the tone right for somebody who has a hard day?",
)


@dataclass(frozen=True, slots=True)
class Report:
    """All targets, in order, the rules that were asked of them, and why others could not be read."""

    checked: tuple[Checked, ...]
    rules: tuple[Rule, ...]
    unread: tuple[NewsletterError, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all targets."""
        return tuple(finding for checked in self.checked for finding in checked.findings)

    @property
    def known(self) -> int:
        """How many findings a baseline lets stand."""
        return sum(checked.known for checked in self.checked)

    @property
    def fixed(self) -> int:
        """How many findings of a baseline are there no more."""
        return sum(checked.fixed for checked in self.checked)

    @property
    def result(self) -> str:
        """What was found, and how many targets could not be read: “1 critical; 2 could not be read”."""
        unread = f"; {len(self.unread):,} could not be read" if self.unread else ""
        return f"{say_counts(self.findings) or 'nothing found'}{unread}"

    def summary_of(self, finding: Finding) -> str:
        """The defect in one sentence; empty for a rule that is not among those asked."""
        return next((rule.summary for rule in self.rules if rule.name == finding.rule), "")


def count_findings(findings: Iterable[Finding]) -> dict[str, int]:
    """Count findings by impact, the worst first; those that a person must look at by themselves, last."""
    counts = Counter(REVIEW if it.outcome is Outcome.REVIEW else it.impact.word for it in findings)
    return {word: counts[word] for word in WORDS}


def say_counts(findings: Iterable[Finding]) -> str:
    """Say counts in words: “1 critical, 2 to look at”."""
    counts = count_findings(findings)
    shown = ("to look at" if word == REVIEW else word for word in counts)
    return ", ".join(f"{number} {word}" for number, word in zip(counts.values(), shown, strict=True) if number)
