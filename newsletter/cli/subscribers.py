"""`newsletter subscribers`: the list, in and out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.cli.options import day_option, load_settings

if TYPE_CHECKING:
    import datetime

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

    Rows that are not valid or stand in the file twice are reported by line, who is on the list already is counted; the
    others are added. Nobody who left the list comes back by an import.

    \b
    Example:
      newsletter subscribers import people.csv --consent-source "form on the website"
    """
    from newsletter.workflows.subscribers import import_subscribers

    added = known = skipped = 0
    encoding = "utf-8"
    with console.progress("Importing") as show:
        for batch in import_subscribers(load_settings(context), file, consent_source, consent_date):
            unusable = [row for row in batch.skipped if not row.is_known]
            for row in unusable[: max(0, SHOWN_ROWS - skipped)]:
                console.say(f"{file}:{row.line}: not added: {row.reason}")
            added, skipped, encoding = added + batch.added, skipped + len(unusable), batch.encoding
            known += len(batch.skipped) - len(unusable)
            show(added + known + skipped, None)
    if skipped > SHOWN_ROWS:
        console.say(f"… and {skipped - SHOWN_ROWS:,} more.")
    if encoding != "utf-8":
        console.say(f"The file was read as {encoding}; look whether names are right.")
    said = [f"Added {console.count(added, 'person', 'people')}"]
    said += [f"{known:,} {'is' if known == 1 else 'are'} on the list already"] if known else []
    said += [f"{console.count(skipped, 'row was', 'rows were')} not added"] if skipped else []
    console.say(f"{'; '.join(said)}.", bold=True)
    context.exit(1 if skipped else 0)


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
