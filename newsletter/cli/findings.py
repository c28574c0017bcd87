"""Where reports go: to standard output and into files, several at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.files import write_file
from newsletter.reports.formats import FORMATS
from newsletter.reports.text import write_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.reports.report import Report

STANDARD_OUTPUT = "-"


def read_outputs(format_: str | None, outputs: Sequence[str]) -> list[tuple[str, str]]:
    """Read `--format` and each `--output FORMAT=FILE` → pairs of format and file; text when nothing is asked."""
    chosen = [(format_, STANDARD_OUTPUT)] if format_ else []
    for output in outputs:
        name, _, file = output.partition("=")
        if name not in FORMATS or not file:
            hint = f"Write --output FORMAT=FILE; formats are {', '.join(FORMATS)}, and - is standard output."
            raise click.BadParameter(f"“{output}” names no format and file. {hint}", param_hint="--output")
        chosen.append((name, file))
    files = [file for _, file in chosen]
    if len(set(files)) < len(files):
        raise click.BadParameter("Two formats would go to the same place.", param_hint="--output")
    return chosen or [("text", STANDARD_OUTPUT)]


def write_outputs(report: Report, outputs: Sequence[tuple[str, str]]) -> None:
    """Write every report. Raises WriteError where a file cannot be."""
    for name, file in outputs:
        if file == STANDARD_OUTPUT:
            text = write_text(report, console.paint) if name == "text" else FORMATS[name](report)
            click.echo(text, nl=False)
            continue
        is_new = not Path(file).parent.exists()
        write_file(Path(file), FORMATS[name](report).encode())
        if is_new:
            console.say(f"Made the folder {Path(file).parent} for the report.")
    if STANDARD_OUTPUT not in {file for _, file in outputs}:
        files = " and ".join(file for _, file in outputs)
        targets = console.count(len(report.checked), "target", "targets")
        console.say(f"Checked {targets}: {report.result}. See {files}.")
