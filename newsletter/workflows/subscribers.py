"""People come onto the list from a CSV file, and leave the program as one."""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsletter.errors import SubscriberFileError
from newsletter.model import Subscriber
from newsletter.storage.database import open_database
from newsletter.storage.subscribers import (
    BATCH,
    add_subscribers,
    address_key,
    find_known,
    list_subscribers,
    new_public_id,
)

if TYPE_CHECKING:
    from _csv import Reader as CsvReader
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from newsletter.settings import Settings

COLUMNS = ("email", "name", "tags", "state", "consent_date", "consent_source")
DELIMITERS = ",;\t"
# A spreadsheet runs a field that begins like this as a formula (OWASP, CSV injection); an apostrophe makes it text.
_FORMULA = re.compile(r"^[=+\-@\t\r]")
_KNOWN_WORDS = {
    "confirmed": "on the list already",
    "unconfirmed": "on the list already, not confirmed",
    "unsubscribed": "left the list; an import does not bring anybody back",
    "suppressed": "must not be sent to",
}


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that was not imported: its line in the file, and why."""

    line: int
    reason: str


@dataclass(slots=True)
class ImportReport:
    """How many people were added, and which rows were not."""

    added: int = 0
    skipped: list[SkippedRow] = field(default_factory=list)
    encoding: str = "utf-8"


def import_subscribers(
    settings: Settings, file: Path, source: str, date: datetime.date | None
) -> Iterator[ImportReport]:
    """Add the people of a CSV file with the columns email, name and tags (parted by `;` or `,`), as confirmed.

    `source` says where their consent comes from, `date` when; columns `consent_source` and `consent_date` say it for
    one row. Yields the report so far after each batch. Good rows are kept when others are not.
    Raises SubscriberFileError where the file is no such table.
    """
    text, encoding = _read_text(file)
    report = ImportReport(encoding=encoding)
    consent = (source or f"import of {file.name}", date or datetime.datetime.now().astimezone().date())
    rows = _read_rows(text, file)
    seen: set[str] = set()
    with open_database(settings.database) as engine:
        while batch := list(itertools.islice(rows, BATCH)):
            people = list(_people(batch, consent, seen, report))
            with engine.begin() as connection:
                known = find_known(connection, [person.email for _, person in people])
                new = [person for _, person in people if address_key(person.email) not in known]
                add_subscribers(connection, new)
            report.added += len(new)
            for line, person in people:
                if state := known.get(address_key(person.email)):
                    report.skipped.append(SkippedRow(line, _KNOWN_WORDS[state]))
            yield report


def export_subscribers(settings: Settings, stream: TextIO) -> int:
    """Write everybody on the list as CSV; return how many. What it writes, `import_subscribers` reads back."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    with open_database(settings.database) as engine, engine.connect() as connection:
        for person in list_subscribers(connection):
            count += 1
            date = person.consent_date.isoformat() if person.consent_date else ""
            fields = (person.email, person.name, ";".join(sorted(person.tags)), person.state.value, date)
            writer.writerow(_defuse(text) for text in (*fields, person.consent_source))
    return count


def export_to_file(settings: Settings, file: Path) -> int:
    """Export to a new file that only its owner can read. Raises SubscriberFileError where it is there already."""
    if file.exists():
        raise SubscriberFileError("This file is there already.", hint="Name a new one.", file=file)
    draft = file.with_name(f".{file.name}.tmp")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
            count = export_subscribers(settings, stream)
        draft.rename(file)
    finally:
        draft.unlink(missing_ok=True)
    return count


def _read_text(file: Path) -> tuple[str, str]:
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise SubscriberFileError("There is no such file.", hint="Check its name.", file=file) from error
    except OSError as error:
        raise SubscriberFileError(f"Cannot read it: {error.strerror}.", hint="Name a CSV file.", file=file) from error
    if b"\0" in data:
        raise SubscriberFileError("It is not text.", hint="Save the table as CSV in UTF-8.", file=file)
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("windows-1252", errors="replace"), "windows-1252"


def _read_rows(text: str, file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row with its line. Raises SubscriberFileError where the header has no `email`."""
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = [name.strip().lower() for name in next(reader, [])]
    if not text.strip() or "email" not in header:
        found = ", ".join(header) or "none"
        hint = "Begin the file with a line like: email,name,tags"
        raise SubscriberFileError(f"It has no column “email” (found: {found}).", hint=hint, file=file, line=1)
    return _rows(reader, header, file)


def _rows(reader: CsvReader, header: Sequence[str], file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    line = 2
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, {name: _arm(cell.strip()) for name, cell in zip(header, row, strict=False)}
            line = reader.line_num + 1
    except csv.Error as error:
        raise SubscriberFileError(
            f"This is not CSV: {error}.", hint="Save the table anew.", file=file, line=line
        ) from error


def _people(
    rows: Sequence[tuple[int, dict[str, str]]],
    consent: tuple[str, datetime.date],
    seen: set[str],
    report: ImportReport,
) -> Iterator[tuple[int, Subscriber]]:
    """Turn rows into people; rows that are none, or are there twice, go into the report."""
    for line, row in rows:
        try:
            person = _person(row, consent)
        except ValueError as error:
            report.skipped.append(SkippedRow(line, str(error)))
            continue
        key = address_key(person.email)
        if key in seen:
            report.skipped.append(SkippedRow(line, "stands in the file twice"))
            continue
        seen.add(key)
        yield line, person


def _person(row: dict[str, str], consent: tuple[str, datetime.date]) -> Subscriber:
    """Read one row. Raises ValueError with what is wrong, without the address."""
    from email_validator import EmailNotValidError, validate_email

    try:
        checked = validate_email(row.get("email", ""), check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError as error:
        raise ValueError("not an email address") from error
    if row.get("state", "confirmed") not in {"", "confirmed"}:
        raise ValueError(f"its state is “{row['state']}”; only people who said yes are imported")
    try:
        date = datetime.date.fromisoformat(row["consent_date"]) if row.get("consent_date") else consent[1]
    except ValueError as error:
        raise ValueError("the consent date is not written like 2026-11-24") from error
    return Subscriber(
        public_id=new_public_id(),
        email=checked.ascii_email or checked.normalized,
        name=" ".join(row.get("name", "").split())[:200],
        tags=frozenset(tag.strip().casefold() for tag in re.split(r"[;,]", row.get("tags", "")) if tag.strip()),
        consent_date=date,
        consent_source=(row.get("consent_source") or consent[0])[:200],
    )


def _defuse(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _arm(text: str) -> str:
    """Undo `_defuse`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
