"""The front matter of an issue."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import msgspec

from newsletter.errors import IssueError
from newsletter.fields import FieldError, line_of, read_fields
from newsletter.markdown.front_matter import FrontMatterError, split_front_matter

if TYPE_CHECKING:
    from pathlib import Path


class IssueFields(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What stands above an issue's Markdown. Only the title is required."""

    title: str
    subject: str = ""
    preheader: str = ""
    language: str = ""
    layout: str = "letter"
    date: datetime.date | None = None
    author: str = ""
    source: str = ""


def read_issue_fields(text: str, file: Path) -> tuple[IssueFields, str]:
    """Split the text of an issue.md into its fields and its Markdown, whose line numbers stay those of the file.

    Raises IssueError with the line at fault.
    """
    try:
        data, body = split_front_matter(text)
    except FrontMatterError as error:
        hint = "Write it as lines “name: value” between two lines “---”, and put quotes around a value with a colon."
        raise IssueError(f"{error.message}.", hint=hint, file=file, line=error.line) from error
    if not data:
        raise IssueError(
            "The issue has no front matter.", hint="Begin it with ---, title: Your title, ---.", file=file, line=1
        )
    try:
        fields = read_fields(data, IssueFields)
    except FieldError as error:
        line = line_of(text, error.field) or 1
        raise IssueError(f"{error.message}.", hint=error.hint, file=file, line=line) from error
    if not fields.title.strip():
        raise IssueError("The title is empty.", hint="Give the issue a title.", file=file, line=line_of(text, "title"))
    return fields, body
