"""HTML files and emails → repaired ones."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.checks.loading import read_bytes
from newsletter.checks.repairs.files import repair
from newsletter.checks.repairs.finding import MENDABLE
from newsletter.decoding import decode_html
from newsletter.errors import TargetError
from newsletter.files import write_file
from newsletter.workflows.targets import STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsletter.workflows.targets import Target


__all__ = ["MENDABLE", "Fix", "plan_fixes", "write_fix"]


@dataclass(frozen=True, slots=True)
class Fix:
    """One file, as it is and as it would be."""

    file: Path
    before: bytes
    after: bytes

    @property
    def diff(self) -> str:
        """What changes, as a unified diff; empty where nothing does."""
        old, new = (decode_html(data).splitlines(keepends=True) for data in (self.before, self.after))
        lines = difflib.unified_diff(old, new, str(self.file), f"{self.file} (repaired)", n=1)
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def plan_fixes(targets: Sequence[Target], language: str, asked: frozenset[str]) -> Iterator[Fix]:
    """Work out the repairs that the `asked` rules call for in every file; nothing is written.

    Issues, Markdown and standard input are left alone beside files. Raises TargetError where there are no others, and
    for a file that cannot be repaired soundly.
    """
    files = [Path(it.name) for it in targets if not (it.is_issue or it.is_markdown or it.name == STANDARD_INPUT)]
    if not files:
        hint = "Only .html and .eml files can be repaired; in an issue, edit issue.md or the layout."
        raise TargetError("This is no file that can be repaired.", hint=hint, file=targets[0].name or None)
    for file in files:
        before = read_bytes(file)
        after = repair(before, file, language, asked)
        if after != before:
            yield Fix(file, before, after)


def write_fix(fix: Fix) -> None:
    """Write the repaired file in place of the old one. Raises TargetError where it has changed, or WriteError."""
    if read_bytes(fix.file) != fix.before:
        raise TargetError("It has changed since the repairs were shown.", hint="Run it again.", file=fix.file)
    write_file(fix.file, fix.after)
