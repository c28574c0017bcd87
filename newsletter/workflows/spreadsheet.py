"""CSV as spreadsheets write it and as they must be given it."""

from __future__ import annotations

import codecs
import csv
import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.decoding import take_mark
from newsletter.errors import SubscriberFileError
from newsletter.workflows.columns import read_columns

if TYPE_CHECKING:
    from _csv import Reader as CsvReader
    from collections.abc import Iterator, Sequence
    from pathlib import Path

DELIMITERS = ",;\t"
CHUNK_BYTES = 1 << 16
# What a file is that is not UTF-8 and does not say what it is.
GUESSED = "windows-1252"
# A spreadsheet runs a field that begins like this as a formula (OWASP, CSV injection); an apostrophe makes it text.
# Apostrophes before it count too, so that what was text with an apostrophe already comes back as it was.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a table says: its encoding, which columns are read, and how those are called that are not."""

    encoding: str
    columns: frozenset[str]
    unused: tuple[str, ...]

    @property
    def is_guessed(self) -> bool:
        """Whether the file does not say what its encoding is."""
        return self.encoding == GUESSED


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its header, and each row's line in the file with its fields by column."""

    header: Header
    rows: Iterator[tuple[int, dict[str, str]]]


@contextmanager
def open_sheet(file: Path) -> Iterator[Sheet]:
    """Open a CSV file whose first line names its columns; rows are read as they are asked for.

    Encoding: what its byte order mark says, else UTF-8, else Windows-1252. Delimiter: comma, semicolon or tab.
    Raises SubscriberFileError where it is no such file.
    """
    try:
        encoding = _detect_encoding(file)
        # These take the byte order mark off.
        codec = {"utf-8": "utf-8-sig", GUESSED: GUESSED}.get(encoding, encoding[:6])
        # Windows-1252 leaves five bytes undefined: one in a name should not cost the whole file.
        errors = "strict" if encoding == "utf-8" else "replace"
        with file.open(encoding=codec, errors=errors, newline="") as stream:
            delimiter = max(DELIMITERS, key=stream.readline().count)
            stream.seek(0)
            reader = csv.reader(stream, delimiter=delimiter)
            names = _read_names(reader, file)
            columns = read_columns(names, file)
            unused = tuple(name for name, column in zip(names, columns, strict=True) if name and not column)
            header = Header(encoding, frozenset(columns) - {""}, unused)
            yield Sheet(header, _read_rows(reader, columns, file))
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
        if (marked := take_mark(stream.read(4))[1]) not in {"", "utf-8"}:
            return marked
        stream.seek(0)
        while True:
            chunk = stream.read(CHUNK_BYTES)
            if b"\0" in chunk:
                raise SubscriberFileError("It is not text.", hint="Save the table as CSV in UTF-8.", file=file)
            try:
                decoder.decode(chunk if encoding == "utf-8" else b"", final=not chunk)
            except UnicodeDecodeError:
                encoding = GUESSED
                decoder.reset()
            if not chunk:
                return encoding


def _read_names(reader: CsvReader, file: Path) -> list[str]:
    try:
        return [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise SubscriberFileError(f"This is not CSV: {error}.", hint="Save it anew.", file=file, line=1) from error


def _read_rows(reader: CsvReader, columns: Sequence[str], file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    line = reader.line_num + 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, {name: arm(cell.strip()) for name, cell in zip(columns, row, strict=False) if name}
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "Save the table anew."
        raise SubscriberFileError(f"This is not CSV: {error}.", hint=hint, file=file, line=line) from error
