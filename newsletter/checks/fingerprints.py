"""A name for each finding that stays while lines come and go above it."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.checked import Checked
    from newsletter.model import Finding


def number_findings(checked: Checked) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with its fingerprint; of findings that look the same the how-manieth counts."""
    seen: Counter[str] = Counter()
    for finding in checked.findings:
        look = f"{finding.place.file}\n{finding.rule}\n{finding.outcome.value}\n{finding.place.snippet}"
        seen[look] += 1
        yield finding, hashlib.sha256(f"{look}\n{seen[look]}".encode()).hexdigest()[:24]
