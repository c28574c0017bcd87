"""To whom an issue goes; where that is nobody, why, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.errors import SendRefusedError
from newsletter.storage.deliveries import count_without_delivery
from newsletter.storage.subscribers import count_recipients, count_subscribers, list_tags
from newsletter.suggestions import suggest

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

# How many tags a hint names.
NAMED = 10


def refuse_nobody(connection: Connection, segment: str, file: Path) -> None:
    """Raise SendRefusedError where nobody could be sent to, whatever the issue; `file` is the database."""
    if not (listed := count_subscribers(connection)):
        hint = "Read your list in: newsletter subscribers import people.csv"
        raise SendRefusedError("Nobody is on the list yet.", hint=hint, file=file)
    if not count_recipients(connection):
        hint = "newsletter subscribers export shows the state of each; only who is confirmed is sent to."
        message = f"Nobody is sent to: of {listed:,} on the list none is confirmed, or all are not to be sent to."
        raise SendRefusedError(message, hint=hint, file=file)
    if segment and segment.casefold() not in (tags := list_tags(connection)):
        message = f"Nobody on the list has the tag “{segment}”."
        raise SendRefusedError(message, hint=_name_tags(segment, tags), file=file)
    if segment and not count_recipients(connection, segment):
        hint = "Leave --segment out, or name another tag."
        raise SendRefusedError(f"Of those with the tag “{segment}” nobody is to be sent to.", hint=hint, file=file)


def explain_done(connection: Connection, issue: str, segment: str) -> str:
    """Say that everybody has a delivery of `issue`, and how many have none beside a segment that has."""
    whole = f"everybody with the tag “{segment}”" if segment else "everybody on the list"
    said = f"Nobody is waiting for this issue: {whole} has a delivery of it already."
    others = count_without_delivery(connection, issue)
    more = f" Without that tag, {others:,} more have none: leave --segment out to send to them."
    return said + more if others else said


def _name_tags(segment: str, tags: list[str]) -> str:
    if not tags:
        return "Nobody has a tag: leave --segment out, or give tags in the column “tags” of an import."
    more = f" and {len(tags) - NAMED:,} more" if len(tags) > NAMED else ""
    return suggest(segment.casefold(), tags, f"Tags are: {', '.join(tags[:NAMED])}{more}.")
