"""`newsletter subscribers`: the list, in and out."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.cli.options import day_option, load_settings

if TYPE_CHECKING:
    from newsletter.workflows.spreadsheet import Header

SHOWN_ROWS = 100


@click.group()
def subscribers() -> None:
    """Import and export the people on the list.

    \b
    Example:
      newsletter subscribers import people.csv --consent-source "form on the website"
    """


@subscribers.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--consent-source", default="", metavar="TEXT", help="Where their consent comes from.")
@day_option("--consent-date", "When they gave it, as in 2026-11-24; today if left out.")
@click.pass_context
def import_(context: click.Context, file: Path, consent_source: str, consent_date: datetime.date | None) -> None:
    """Add the people of a CSV file with the columns email, name and tags.

    Columns are known by many names, as in “E-Mail-Adresse” or “First Name”; what is not read is named. Columns
    consent_source, consent_date and state go before what the options say.

    Rows that are not valid or stand in the file twice are reported by line, who is on the list already is counted; the
    others are added. Nobody who left the list comes back by an import.

    \b
    Example:
      newsletter subscribers import people.csv --consent-source "form on the website"
    """
    from newsletter.workflows.subscribers import import_subscribers, read_header

    settings = load_settings(context)
    header = read_header(file)
    if header.unused:
        console.say(f"Not read: {', '.join(header.unused)}.")
    source = consent_source.strip() or _ask_source(header)
    is_today = consent_date is None and "consent_date" not in header.columns
    date = datetime.datetime.now().astimezone().date() if is_today else consent_date
    added = known = skipped = 0
    with console.progress("Importing") as show:
        for batch in import_subscribers(settings, file, source, date):
            unusable = [row for row in batch.skipped if not row.is_known]
            for row in unusable[: max(0, SHOWN_ROWS - skipped)]:
                console.say(f"{file}:{row.line}: not added: {row.reason}")
            added, skipped = added + batch.added, skipped + len(unusable)
            known += len(batch.skipped) - len(unusable)
            show(added + known + skipped, None)
    if skipped > SHOWN_ROWS:
        console.say(f"… and {skipped - SHOWN_ROWS:,} more.")
    if header.is_guessed:
        console.say(f"The file was read as {header.encoding}; look whether names are right.")
    if added:
        _say_consent(header, source, date, is_today=is_today)
    if not settings.file.is_file():
        console.say(f"There is no {settings.file.name} here; the list is in {settings.database}.")
    _say_end(added, known, skipped)
    context.exit(1 if skipped else 0)


def _ask_source(header: Header) -> str:
    """Ask a person for what neither an option nor the file says."""
    if "consent_source" in header.columns or not sys.stdin.isatty():
        return ""
    answer: str = click.prompt(
        "Where does their consent come from, as in “form on the website”?", prompt_suffix=" ", err=True
    )
    return answer.strip()


def _say_consent(header: Header, source: str, date: datetime.date | None, *, is_today: bool) -> None:
    """Say what was recorded of people's consent beyond what the file says."""
    words = [f"from “{source}”"] if source else []
    words += [f"of {date} (today; --consent-date says another day)" if is_today else f"of {date}"] if date else []
    where = ", where the file says nothing else" if header.columns & {"consent_source", "consent_date"} else ""
    if words:
        console.say(f"Recorded as their consent{where}: {', '.join(words)}.")


def _say_end(added: int, known: int, skipped: int) -> None:
    said = [f"Added {console.count(added, 'person', 'people')}"]
    said += [f"{known:,} {'is' if known == 1 else 'are'} on the list already"] if known else []
    said += [f"{console.count(skipped, 'row was', 'rows were')} not added"] if skipped else []
    console.say(f"{'; '.join(said)}.", bold=True)


@subscribers.command()
@click.argument("file", default="-", metavar="[FILE]")
@click.pass_context
def export(context: click.Context, file: str) -> None:
    """Write everybody on the list as CSV to FILE, or to standard output.

    \b
    Example:
      newsletter subscribers export people-2026-11-24.csv
    """
    from newsletter.privacy import is_in_reach_of_git
    from newsletter.workflows.subscribers import export_subscribers, export_to_file

    settings = load_settings(context)
    if file == "-":
        export_subscribers(settings, sys.stdout)
        return
    people = console.count(export_to_file(settings, Path(file)), "person", "people")
    console.say(f"Wrote {people} to {file}. Keep it safe: it says who is on the list.")
    if is_in_reach_of_git(Path(file)):
        warning = console.paint("Warning:", "yellow", bold=True)
        console.say(f"{warning} Git would pick this file up. Move it out of the repository.")
