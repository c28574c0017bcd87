"""`newsletter new`: a blog post becomes an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from newsletter.cli import console
from newsletter.cli.options import day_option, json_option, load_settings
from newsletter.paths import shorten_path

if TYPE_CHECKING:
    from newsletter.model import Guess
    from newsletter.settings import Settings
    from newsletter.sources.options import Options
    from newsletter.workflows.new import NewReport


@click.command(short_help="Turn blog posts into an issue.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--entry", default="", metavar="N|GUID", help="Take this entry of a feed; 1 is the newest.")
@day_option("--since", "Take all entries of a feed since that day, as in 2026-11-24.")
@click.option("--list", "lists", is_flag=True, help="List a feed's entries, and make nothing.")
@click.option("--full", is_flag=True, help="Put whole posts into a digest, not their beginnings.")
@click.option("--headings", type=click.Choice(["keep", "ask"]), default="keep", help="Ask about each guessed heading.")
@click.option("--keep", multiple=True, metavar="WORDS", help="Keep what begins so, though it looks unlike the post.")
@click.option("--drop", multiple=True, metavar="WORDS", help="Leave out what begins so.")
@click.option("--no-images", is_flag=True, help="Leave pictures where they are on the web.")
@click.option("--allow-private", is_flag=True, help="Fetch from addresses of this network too.")
@click.option("--force", is_flag=True, help="Write over an issue of the same name; use a post again.")
@json_option
@click.pass_context
def new(context: click.Context, /, sources: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - click's options
    """Turn blog posts into an issue, and report what was kept, dropped and guessed.

    SOURCE is a URL or an .html file of a page, a feed, a Markdown, plain-text or .docx file, or - for standard input.
    Several sources make a digest.

    \b
    Examples:
      newsletter new https://example.org/blog/beginnings
      newsletter new https://example.org/feed.xml --since 2026-11-01
      newsletter new posts/beginnings.md
    """
    options = _options(given)
    if given["lists"]:
        _list_entries(load_settings(context), sources, options, as_json=given["as_json"])
        return
    from newsletter.workflows.new import Wishes, start_issue

    wishes = Wishes(
        overwrite=given["force"],
        is_full=given["full"],
        with_pictures=not given["no_images"],
        accept_heading=_ask if given["headings"] == "ask" else None,
    )
    job = start_issue(load_settings(context), sources, options, wishes)
    with console.progress("Fetching pictures") as show:
        for number, _ in enumerate(job.gather(), 1):
            show(number, None)
    report = job.write()
    if given["as_json"]:
        console.print_document(_document(report))
    else:
        _print_report(report)
    for error in report.failed:
        console.print_error(error)
    context.exit(1 if report.failed else 0)


def _options(given: dict[str, Any]) -> Options:
    from newsletter.sources.options import Options

    return Options(
        entry=given["entry"],
        since=given["since"],
        keep=given["keep"],
        drop=given["drop"],
        allow_private=given["allow_private"],
    )


def _list_entries(settings: Settings, sources: tuple[str, ...], options: Options, *, as_json: bool) -> None:
    from newsletter.workflows.entries import list_all

    listed = list_all(settings, sources, options)
    if as_json:
        entries = [
            {
                "number": it.number,
                "title": it.entry.title,
                "date": it.entry.date.isoformat() if it.entry.date else None,
                "guid": it.entry.guid,
                "url": it.entry.url,
                "issue": it.issue or None,
            }
            for it in listed
        ]
        console.print_document({"version": 1, "entries": entries})
        return
    for it in listed:
        used = f"  (in {it.issue})" if it.issue else ""
        click.echo(f"{it.number:>3}  {it.entry.date or 'no date'!s:10}  {it.entry.title}{used}")


def _ask(guess: Guess) -> bool:
    return click.confirm(f"Is this a heading? “{guess.words}”", default=True, err=True)


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
        "failed": [{"source": str(it.file), "message": it.message, "hint": it.hint} for it in report.failed],
    }


def _print_report(report: NewReport) -> None:
    reading = report.reading
    console.say(f"Wrote {shorten_path(report.issue.file)}", bold=True)
    counts = ((kind, count, report.kept.get(kind, 0)) for kind, count in reading.counts.items())
    kept = [f"{kind.replace('_', ' ')} {now} of {count}" for kind, count, now in counts if count or now]
    _print_list("Kept", [", ".join(kept)])
    _print_list("Dropped", [f"“{it.words}”{_at(it.line)}: {it.reason}" for it in reading.dropped])
    _print_list("Guessed, please look", [f"{it.what}{_at(it.line)}: “{it.words}”" for it in report.guesses])
    _print_list("Unknown or missing", list(report.missing))
    _print_list("Warnings", list(reading.warnings))
    console.say(f"Next: edit it, then run: newsletter build {report.issue.slug}")


def _print_list(title: str, lines: list[str]) -> None:
    if lines:
        console.say(f"{title}:")
    for line in lines:
        console.say(f"  {line}")


def _at(line: int) -> str:
    return f" (line {line})" if line else ""
