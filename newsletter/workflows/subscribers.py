"""People come onto the list from a CSV file, and leave the program as one."""

from __future__ import annotations

import csv
import datetime
import itertools
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.errors import DatabaseError, SubscriberFileError
from newsletter.files import writing
from newsletter.model import Subscriber, SubscriberState
from newsletter.storage.database import open_database, reading
from newsletter.storage.subscribers import (
    BATCH,
    add_subscribers,
    address_key,
    find_known,
    list_subscribers,
    new_public_id,
    newest_subscriber,
)
from newsletter.workflows.addresses import read_address
from newsletter.workflows.columns import read_name
from newsletter.workflows.spreadsheet import defuse, open_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from sqlalchemy import Engine

    from newsletter.settings import Settings
    from newsletter.workflows.spreadsheet import Header

COLUMNS = ("email", "name", "tags", "state", "consent_date", "consent_source")
_KNOWN_WORDS = {
    "confirmed": "on the list already",
    "unconfirmed": "on the list already, not confirmed",
    "unsubscribed": "left the list; an import does not bring anybody back",
    "suppressed": "must not be sent to",
    "imported": "stands in the file twice",
}
# Nothing is to be done about these rows: a file is read in again when somebody was added to it.
ON_THE_LIST = frozenset({"confirmed", "unconfirmed"})
SAY_CONSENT = 'Say it with --consent-source "form on the website", or for each person in a column “consent_source”.'
Row = tuple[int, dict[str, str]]


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that was not imported: its line in the file, and why; `is_known`: the person is on the list already."""

    line: int
    reason: str
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class ImportedBatch:
    """Some rows of a file: how many people they added, and which rows did not; the file's header."""

    added: int
    skipped: tuple[SkippedRow, ...]
    header: Header


def import_subscribers(
    settings: Settings, file: Path, source: str, date: datetime.date | None
) -> Iterator[ImportedBatch]:
    """Add the people of a CSV file with the columns email, name and tags (parted by `;` or `,`).

    `source` says where their consent comes from, `date` when (None: unknown); columns `consent_source` and
    `consent_date` say it for one row, and `state` who is not confirmed. Good rows are kept when others are not. Yields
    batch after batch.
    Raises SubscriberFileError where the file is no such table, or nobody says where the consent comes from.
    """
    if not source and "consent_source" not in read_header(file).columns:
        message = "Nobody has said where the consent of these people comes from."
        raise SubscriberFileError(message, hint=SAY_CONSENT, file=file)
    consent = (source, date)
    with open_sheet(file) as sheet, open_database(settings.database) as engine:
        with reading(engine) as connection:
            newest = newest_subscriber(connection)
        while batch := list(itertools.islice(sheet.rows, BATCH)):
            people, unusable = _read_people(batch, consent)
            added, known = _add(engine, people, newest)
            skipped = sorted([*unusable, *known], key=lambda row: row.line)
            yield ImportedBatch(added, tuple(skipped), sheet.header)


def read_header(file: Path) -> Header:
    """Read only the head of a CSV file. Raises SubscriberFileError as `import_subscribers` does."""
    with open_sheet(file) as sheet:
        return sheet.header


def export_subscribers(settings: Settings, stream: TextIO) -> int:
    """Write everybody on the list as CSV; return how many. What it writes, `import_subscribers` reads back.

    Raises DatabaseError where there is no list.
    """
    if not settings.database.exists():
        hint = "Go to your newsletter's folder, or read a list in: newsletter subscribers import people.csv"
        raise DatabaseError("There is no list here.", hint=hint, file=settings.database)
    writer = csv.writer(stream, lineterminator="\n")
    count = 0
    with open_database(settings.database) as engine, reading(engine) as connection:
        writer.writerow(COLUMNS)
        for person in list_subscribers(connection):
            count += 1
            date = person.consent_date.isoformat() if person.consent_date else ""
            fields = (person.email, person.name, ";".join(sorted(person.tags)), person.state.value, date)
            writer.writerow(defuse(text) for text in (*fields, person.consent_source))
    return count


def export_to_file(settings: Settings, file: Path) -> int:
    """Export to a new file that only its owner can read.

    Raises SubscriberFileError where it is there already, WriteError where it cannot be written.
    """
    if file.exists():
        raise SubscriberFileError("This file is there already.", hint="Name a new one.", file=file)
    with writing(file):
        descriptor, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
        draft = Path(name)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
                count = export_subscribers(settings, stream)
            draft.rename(file)
        finally:
            draft.unlink(missing_ok=True)
    return count


def _read_people(
    rows: Sequence[Row], consent: tuple[str, datetime.date | None]
) -> tuple[list[tuple[int, Subscriber]], list[SkippedRow]]:
    """Turn rows into people, and say which are none, or are there twice."""
    people: dict[str, tuple[int, Subscriber]] = {}
    skipped = []
    for line, row in rows:
        try:
            person = _read_person(row, consent)
        except ValueError as error:
            skipped.append(SkippedRow(line, str(error)))
            continue
        if people.setdefault(address_key(person.email), (line, person))[0] != line:
            skipped.append(SkippedRow(line, _KNOWN_WORDS["imported"]))
    return list(people.values()), skipped


def _add(engine: Engine, people: Sequence[tuple[int, Subscriber]], newest: int) -> tuple[int, list[SkippedRow]]:
    """Add who is not known yet; return how many, and the rows of the others."""
    with engine.begin() as connection:
        known = find_known(connection, [person.email for _, person in people], newest)
        new = [person for _, person in people if address_key(person.email) not in known]
        add_subscribers(connection, new)
    words = ((line, known.get(address_key(person.email))) for line, person in people)
    return len(new), [SkippedRow(line, _KNOWN_WORDS[state], state in ON_THE_LIST) for line, state in words if state]


def _read_person(row: dict[str, str], consent: tuple[str, datetime.date | None]) -> Subscriber:
    """Read one row. Raises ValueError with what is wrong, without the address."""
    email = read_address(row.get("email", ""))
    try:
        state = SubscriberState(row.get("state") or "confirmed")
    except ValueError as error:
        words = ", ".join(it.value for it in SubscriberState)
        raise ValueError(f"its state is “{row['state']}”, which is none of {words}") from error
    try:
        date = datetime.date.fromisoformat(row["consent_date"]) if row.get("consent_date") else consent[1]
    except ValueError as error:
        raise ValueError("the consent date is not written like 2026-11-24") from error
    source = row.get("consent_source") or consent[0]
    if not source and state is not SubscriberState.UNSUBSCRIBED:
        raise ValueError("it does not say where the consent comes from")
    return Subscriber(
        public_id=new_public_id(),
        email=email,
        name=" ".join(read_name(row).split())[:200],
        tags=frozenset(tag for it in re.split(r"[;,]", row.get("tags", "")) if (tag := it.strip(' "').casefold())),
        state=state,
        consent_date=date,
        consent_source=source[:200],
    )
