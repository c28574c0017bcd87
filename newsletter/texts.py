"""Files that a person wrote: text in UTF-8, and TOML in it. What is wrong with one is said with its line."""

from __future__ import annotations

import functools
import re
import tomllib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from newsletter.errors import NewsletterError

# What Python says of TOML, and how to put that right.
_HINTS = {
    "Invalid value": 'Write words in quotes, as in name = "value"; numbers, true and false without.',
    "Cannot overwrite a value": "It is set twice: keep one of the two.",
    "Cannot declare": "It stands here twice: put the lines of both below one.",
    "Illegal character '\\n'": "Close the quotes at the end of the line.",
    "Unterminated string": "Close the quotes.",
    'Expected "\'"': "Close the quotes.",
    "Expected '='": 'Write name = "value".',
    "Expected ']'": "Write the name of a section in brackets, as in [name].",
    "Invalid statement": 'A line is [section], name = "value", or a comment that begins with #.',
    "Expected newline": "Begin a new line after each value.",
}


def read_text(file: Path, error_kind: type[NewsletterError]) -> str:
    """Read a file. Raises `error_kind` where it cannot be read or is not UTF-8."""
    try:
        # Some editors of Windows begin a file with a mark that is no part of the text.
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise error_kind("This is not UTF-8.", hint="Save the file as UTF-8.", file=file, line=line) from error
    except FileNotFoundError as error:
        raise error_kind("There is no such file.", hint="Name a file that exists.", file=file) from error
    except IsADirectoryError as error:
        hint = "Move the folder away, or put a file in its place."
        raise error_kind("This is a folder and should be a file.", hint=hint, file=file) from error
    except OSError as error:
        hint = "Make sure that you may read it."
        raise error_kind(f"This cannot be read: {error.strerror}.", hint=hint, file=file) from error


def read_toml(file: Path, error_kind: type[NewsletterError]) -> tuple[str, dict[str, Any]]:
    """Read a TOML file, as text and as what it says. Raises `error_kind` with line and column of what is wrong."""
    text = read_text(file, error_kind)
    try:
        return text, _parse(text)
    except tomllib.TOMLDecodeError as error:
        message, line, column = _place_of(str(error), text)
        hint = next((hint for words, hint in _HINTS.items() if words in message), "See https://toml.io for the format.")
        message = f"This is not TOML: {message[0].lower()}{message[1:]}."
        raise error_kind(message, hint=hint, file=file, line=line, column=column) from error


def _place_of(message: str, text: str) -> tuple[str, int, int | None]:
    """Part what Python says of TOML into its sentence, the line and the column; some faults show at the end alone."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", message, re.DOTALL)
    if found and found[2]:
        return found[1], int(found[2]), int(found[3])
    return found[1] if found else message, max(1, len(text.splitlines())), None


# The issues of a newsletter share their layouts.
@functools.lru_cache(maxsize=64)
def _parse(text: str) -> dict[str, Any]:
    return tomllib.loads(text)
