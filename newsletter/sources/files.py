"""A file or standard input → bytes, and the text that they hold."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from newsletter.decoding import decode_as, take_mark
from newsletter.errors import SourceError

MAX_BYTES = 10 * 1024 * 1024
NO_POST = "That is no blog post; name another file."
SAVE_AS_TEXT = "Save the post as a Markdown (.md) or plain-text (.txt) file in UTF-8."
# Control characters that no text has; tab, line feed, form feed and carriage return are none.
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\f\r")


def name_file(name: str) -> Path:
    """Take a source's name for that of a file. Raises SourceError for an address that is not of the web."""
    if scheme := re.match(r"([a-z][a-z0-9+.-]+)://", name, re.IGNORECASE):
        hint = "Save the post as a file, and name that."
        raise SourceError(f"Only http and https addresses are fetched, not {scheme[1]}.", hint=hint, file=name)
    return Path(name)


def read_bytes(file: Path) -> bytes:
    """Read a whole file. Raises SourceError where it is missing, empty, or larger than 10 MB."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise SourceError("There is no such file.", hint="Check the name and the folder.", file=file) from error
    except IsADirectoryError as error:
        raise SourceError("This is a folder.", hint="Name a file inside it.", file=file) from error
    except OSError as error:
        raise SourceError(f"Cannot read it: {error.strerror}.", hint="Check who may read it.", file=file) from error
    if len(data) > MAX_BYTES:
        raise SourceError("It is larger than 10 MB.", hint=NO_POST, file=file)
    if not data.strip():
        raise SourceError("It is empty.", hint="Name a file that holds a post.", file=file)
    return data


def read_standard_input() -> bytes:
    """Read standard input to its end. Raises SourceError where it is empty or larger than 10 MB."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise SourceError("It is larger than 10 MB.", hint=NO_POST, file="standard input")
    if not data.strip():
        raise SourceError("It is empty.", hint="Pipe a post into it.", file="standard input")
    return data


def decode_text(data: bytes, name: str, charset: str = "") -> str:
    """Decode text, with line ends as `\\n`: by its byte order mark, its `charset`, as UTF-8, or else as Windows-1252.

    `name` is its file's, for errors. Raises SourceError where it is not text.
    """
    data, encoding = take_mark(data)
    declared = None if encoding else decode_as(data, charset)
    try:
        text = data.decode(encoding or "utf-8") if declared is None else declared
    except UnicodeDecodeError as error:
        text = _decode_windows(data, name, error)
    if "\0" in text:
        raise SourceError("It is not text.", hint=SAVE_AS_TEXT, file=name)
    if not text.strip():
        raise SourceError("It is empty.", hint="Name a file that holds a post.", file=name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode_windows(data: bytes, name: str, error: UnicodeDecodeError) -> str:
    """Read what is not UTF-8 as Windows-1252, unless it has control characters that no text has."""
    if any(byte in _CONTROLS for byte in data[:4096]):
        raise SourceError("It is not text.", hint=SAVE_AS_TEXT, file=name) from error
    return data.decode("windows-1252", errors="replace")
