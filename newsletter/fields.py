"""Reads what a person wrote in TOML or YAML into a struct, and says precisely what is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import msgspec

from newsletter.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Mapping

Fields = TypeVar("Fields", bound=msgspec.Struct)


class FieldError(ValueError):
    """A field that is unknown, missing or of the wrong kind. `field` is its name; `hint` may suggest a name."""

    def __init__(self, field: str, message: str, hint: str = "") -> None:
        """Keep the field's name, so that the caller can find its line."""
        super().__init__(message)
        self.field = field
        self.message = message
        self.hint = hint


def read_fields(data: Mapping[str, object], kind: type[Fields]) -> Fields:
    """Turn `data` into a `kind`.

    Raises FieldError for the first field that is unknown, missing or of the wrong type.
    """
    known = list(kind.__struct_encode_fields__)
    for name in data:
        if name not in known:
            raise FieldError(name, f"There is no field “{name}”", suggest(name, known))
    try:
        return msgspec.convert(dict(data), kind, str_keys=True)
    except msgspec.ValidationError as error:
        field = _field_in(str(error), known)
        written = data.get(field)
        hint = _hint(str(error), field)
        if "enum" in str(error):
            hint = suggest(written if isinstance(written, str) else "", _choices_of(kind, field))
        raise FieldError(field, f"“{field}”{_plain(str(error))}", hint) from error


def _choices_of(kind: type[msgspec.Struct], name: str) -> list[str]:
    """List what a field can be, whether it holds one word, or several in a list or a mapping."""
    open_ = [field.type for field in msgspec.structs.fields(kind) if field.encode_name == name]
    choices = []
    while open_:
        type_ = open_.pop()
        inner = get_args(type_)
        choices += [it for it in inner if isinstance(it, str)]
        open_ += [it for it in inner if not isinstance(it, str)]
    return choices


def line_of(text: str, field: str, section: str = "") -> int | None:
    """Find the line (from 1) where `field` is set in TOML or YAML `text`, below `[section]` where one is given."""
    in_section = not section
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[+\s*([\w.-]+)\s*\]+", line):
            in_section = header[1] == section
            if section == field and f"{header[1]}.".startswith(f"{field}."):
                return number
        elif in_section and re.match(rf"\s*[\"']?{re.escape(field)}[\"']?\s*[:=]", line):
            return number
    return None


def _field_in(message: str, known: list[str]) -> str:
    """Name the field that msgspec's message is about: in its path, or as the missing one."""
    found: Any = re.search(r"required field `([\w-]+)`", message) or re.search(r"at `\$\.([\w-]+)", message)
    return str(found[1]) if found else known[0]


def _hint(message: str, field: str) -> str:
    """Say how to write what msgspec expected."""
    hints = {
        "missing required": f"Add a line for “{field}”.",
        "Expected `str`": "Put quotes around it.",
        "Expected `int`": "Write a whole number, such as 9, without quotes.",
        "Expected `float`": "Write a number, such as 1.6, without quotes.",
        "Expected `bool`": "Write true or false.",
        "date": "Write the day like 2026-11-24.",
    }
    return next((hint for words, hint in hints.items() if words in message), "See docs/reference/settings.md.")


def _plain(message: str) -> str:
    """Say msgspec's message, to stand behind a field's name, in the words of somebody who writes settings, not code."""
    if message.startswith("Object missing required field"):
        return " is missing"
    message = re.sub(r" - at `.*`$", "", message)
    words = {
        "`str`": "text",
        "`int`": "a whole number",
        "`float`": "a number",
        "`bool`": "true or false",
        "`array`": "a list",
        "`date`": "a date",
        "`object`": "a table",
        "`null`": "nothing",
    }
    for technical, plain in words.items():
        message = message.replace(technical, plain)
    message = message.replace("Invalid RFC3339 encoded date", "this is not a date")
    return f": {message[0].lower()}{message[1:]}".replace("invalid enum value", "it cannot be")
