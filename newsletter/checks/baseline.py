"""A file that remembers the findings of old emails, so that only new ones count."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from newsletter.checks.fingerprints import number_findings
from newsletter.errors import TargetError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from newsletter.checks.checked import Checked

# Target → its findings: fingerprint → rule.
Baseline = dict[str, dict[str, str]]


def make_baseline(results: Iterable[Checked]) -> bytes:
    """Make the file: for every target its findings, each by its fingerprint with its rule for those who read along."""
    targets = {
        checked.target: {fingerprint: finding.rule for finding, fingerprint in number_findings(checked)}
        for checked in results
    }
    return (json.dumps({"version": 1, "targets": targets}, ensure_ascii=False, indent=2) + "\n").encode()


def read_baseline(file: Path) -> Baseline:
    """Read a baseline. Raises TargetError where it is missing or of another kind."""
    hint = f"Write one with newsletter check --write-baseline {file}."
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
        if document["version"] != 1:
            raise TargetError("This baseline was written by another version.", hint=hint, file=file)
        return {str(target): dict(found) for target, found in document["targets"].items()}
    except OSError as error:
        raise TargetError(f"Cannot read the baseline: {error.strerror}.", hint=hint, file=file) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise TargetError("This is not a baseline.", hint=hint, file=file) from error


def leave_new(checked: Checked, baseline: Baseline, asked: Collection[str]) -> Checked:
    """Leave the findings that the baseline does not know; count those it knows, and those that are there no more.

    Only rules that were `asked` can say that something is there no more.
    """
    remembered = baseline.get(checked.target, {})
    found = list(number_findings(checked))
    new = tuple(finding for finding, fingerprint in found if fingerprint not in remembered)
    gone = remembered.keys() - {fingerprint for _, fingerprint in found}
    fixed = sum(remembered[fingerprint] in asked for fingerprint in gone)
    return replace(checked, findings=new, known=len(found) - len(new), fixed=fixed)
