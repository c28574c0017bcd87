"""What checking one target yields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.model import Outcome

if TYPE_CHECKING:
    from newsletter.checks.reading.summary import ReadingSummary
    from newsletter.model import Finding, Impact


@dataclass(frozen=True, slots=True)
class Checked:
    """One target, what was found in it, and how it reads (None where it has too few words to say).

    `known` counts findings that a baseline lets stand, `fixed` those of it that are there no more.
    """

    target: str
    findings: tuple[Finding, ...]
    reading: ReadingSummary | None = None
    known: int = 0
    fixed: int = 0

    def has_failed(self, limit: Impact) -> bool:
        """Whether a finding of at least that impact is certain."""
        return any(it.outcome is Outcome.FAIL and it.impact >= limit for it in self.findings)
