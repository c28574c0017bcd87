"""CSV as spreadsheets write it and as they must be given it."""

from __future__ import annotations

import codecs
import csv
import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.errors import SubscriberFileError

if TYPE_CHECKING:
    from _csv import Reader as CsvReader
    from collections.abc import Iterator, Sequence
    from pathlib import Path

DELIMITERS = ",;\t"
CHUNK_BYTES = 1 << 16
# A spreadsheet runs a field that begins like this as a formula (OWASP, CSV injection); an apostrophe makes it text.
# Apostrophes before it count too, so that what was text with an apostrophe already comes back as it was.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its encoding, and each row's line in the file with its fields by column name."""

    encoding: str
    rows: Iterator[tuple[int, dict[str, str]]]


@contextmanager
def open_sheet(file: Path, column: str) -> Iterator[Sheet]:
    """Open a CSV file whose first line names its columns, `column` among them; rows are read as they are asked for.

    Encoding: UTF-8, with or without a byte order mark, else Windows-1252. Delimiter: comma, semicolon or tab.
    Raises SubscriberFileError where it is no such file.
    """
    try:
        encoding = _detect_encoding(file)
        # Windows-1252 leaves five bytes undefined: one in a name should not cost the whole file.
        errors = "strict" if encoding == "utf-8" else "replace"
        codec = "utf-8-sig" if encoding == "utf-8" else encoding
        with file.open(encoding=codec, errors=errors, newline="") as stream:
            delimiter = max(DELIMITERS, key=stream.readline().count)
            stream.seek(0)
            reader = csv.reader(stream, delimiter=delimiter)
            yield Sheet(encoding, _read_rows(reader, _read_header(reader, column, file), file))
    except FileNotFoundError as error:
        raise SubscriberFileError("There is no such file.", hint="Check its name.", file=file) from error
    except OSError as error:
        raise SubscriberFileError(f"Cannot read it: {error.strerror}.", hint="Name a CSV file.", file=file) from error


def defuse(text: str) -> str:
    """Keep a spreadsheet from running a field; `arm` undoes it."""
    return f"'{text}" if _FORMULA.match(text) else text


def arm(text: str) -> str:
    """Undo `defuse`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def _detect_encoding(file: Path) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    encoding = "utf-8"
    with file.open("rb") as stream:
        while True:
            chunk = stream.read(CHUNK_BYTES)
            if b"\0" in chunk:
                raise SubscriberFileError("It is not text.", hint="Save the table as CSV in UTF-8.", file=file)
            try:
                decoder.decode(chunk if encoding == "utf-8" else b"", final=not chunk)
            except UnicodeDecodeError:
                encoding = "windows-1252"
                decoder.reset()
            if not chunk:
                return encoding


def _read_header(reader: CsvReader, column: str, file: Path) -> list[str]:
    try:
        header = [name.strip().lower() for name in next(reader, [])]
    except csv.Error as error:
        raise SubscriberFileError(f"This is not CSV: {error}.", hint="Save it anew.", file=file, line=1) from error
    if column not in header:
        found = ", ".join(header) or "none"
        hint = "Begin the file with a line like: email,name,tags"
        raise SubscriberFileError(f"It has no column “{column}” (found: {found}).", hint=hint, file=file, line=1)
    return header


def _read_rows(reader: CsvReader, header: Sequence[str], file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    line = reader.line_num + 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, {name: arm(cell.strip()) for name, cell in zip(header, row, strict=False)}
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "Save the table anew."
        raise SubscriberFileError(f"This is not CSV: {error}.", hint=hint, file=file, line=line) from error
