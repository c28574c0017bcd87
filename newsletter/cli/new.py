"""`newsletter new`: a blog post becomes an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.cli.options import json_option, load_settings
from newsletter.paths import shorten_path

if TYPE_CHECKING:
    from newsletter.workflows.new import NewReport


@click.command()
@click.argument("source")
@click.option("--force", is_flag=True, help="Write over an issue of the same name.")
@json_option
@click.pass_context
def new(context: click.Context, source: str, *, force: bool, as_json: bool) -> None:
    """Turn a blog post into an issue, and report what was kept, dropped and guessed.

    SOURCE is a Markdown (.md) or plain-text (.txt) file, or - for standard input.

    \b
    Example:
      newsletter new posts/beginnings.md
    """
    from newsletter.workflows.new import new_issue

    settings = load_settings(context)
    report = new_issue(settings, source, overwrite=force)
    if as_json:
        console.print_document(_document(report))
    else:
        _print_report(report)


def _document(report: NewReport) -> dict[str, object]:
    reading = report.reading
    return {
        "version": 1,
        "issue": shorten_path(report.issue.folder),
        "source": dict(reading.counts),
        "kept": report.kept,
        "dropped": [{"words": it.words, "reason": it.reason, "line": it.line} for it in reading.dropped],
        "guesses": [{"what": it.what, "words": it.words, "line": it.line} for it in report.guesses],
        "missing": list(report.missing),
        "warnings": list(reading.warnings),
    }


def _print_report(report: NewReport) -> None:
    reading = report.reading
    console.say(f"Wrote {shorten_path(report.issue.file)}", bold=True)
    counts = ((kind, count, report.kept.get(kind, 0)) for kind, count in reading.counts.items())
    kept = [f"{kind.replace('_', ' ')} {now} of {count}" for kind, count, now in counts if count or now]
    _print_list("Kept", [", ".join(kept)])
    _print_list("Dropped", [f"“{it.words}”{_at(it.line)}: {it.reason}" for it in reading.dropped])
    _print_list("Guessed, please look", [f"{it.what}{_at(it.line)}: “{it.words}”" for it in report.guesses])
    _print_list("Unknown", list(report.missing))
    _print_list("Warnings", list(reading.warnings))
    console.say(f"Next: edit it, then run: newsletter build {report.issue.slug}")


def _print_list(title: str, lines: list[str]) -> None:
    if lines:
        console.say(f"{title}:")
    for line in lines:
        console.say(f"  {line}")


def _at(line: int) -> str:
    return f" (line {line})" if line else ""
