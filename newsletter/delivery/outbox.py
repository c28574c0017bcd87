"""The transport that sends nothing: one .eml a person in a folder, to look at or to hand to another program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newsletter.delivery.sender import BatchOutcome
from newsletter.errors import SendStoppedError
from newsletter.model import DeliveryState, Result
from newsletter.paths import shorten_path
from newsletter.privacy import refuse_inside_git

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from pathlib import Path

    from newsletter.delivery.message import Composed
    from newsletter.model import Recipient


class OutboxSender:
    """Writes `<folder>/<delivery id>.eml`, readable by its owner alone."""

    batch_size = 50

    def __init__(self, folder: Path, composed: Composed, date: datetime.datetime) -> None:
        """Take the issue's folder in the outbox, the email with gaps, and the date that it carries."""
        self._folder = folder
        self._composed = composed
        self._date = date

    def prepare(self, recipients: int) -> tuple[str, ...]:  # noqa: ARG002 - a disk takes any number
        """Make the folder. Raises DatabaseError in Git's reach, SendStoppedError where it cannot be written."""
        refuse_inside_git([self._file("email")], self._folder.parent, "outbox in [sender]")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise _stopped(error, self._folder) from error
        return ()

    def send(self, recipients: Sequence[Recipient]) -> BatchOutcome:
        """Write one file a person; a full disk ends the run with the rest queued."""
        results: list[Result] = []
        for position, recipient in enumerate(recipients):
            try:
                self._write(recipient)
            except OSError as error:
                rest = [Result(other.delivery_id, DeliveryState.QUEUED) for other in recipients[position:]]
                stopped = _stopped(error, self._folder)
                return BatchOutcome((*results, *rest), str(stopped), stopped.hint)
            results.append(Result(recipient.delivery_id, DeliveryState.SENT))
        return BatchOutcome(tuple(results))

    def place_of(self, delivery_id: str = "") -> str:
        """Name the file of a delivery, or the folder of all."""
        return shorten_path(self._file(delivery_id) if delivery_id else self._folder)

    def settle(self, delivery_ids: Sequence[str]) -> tuple[Result, ...]:
        """Look which files are there: they are whole, because they are renamed into place."""
        return tuple(
            Result(name, DeliveryState.SENT if self._file(name).exists() else DeliveryState.QUEUED)
            for name in delivery_ids
        )

    def _file(self, delivery_id: str) -> Path:
        return self._folder / f"{delivery_id}.eml"

    def _write(self, recipient: Recipient) -> None:
        draft = self._folder / f".{recipient.delivery_id}.tmp"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(self._composed.for_recipient(recipient, self._date))
        draft.rename(self._file(recipient.delivery_id))


def _stopped(error: OSError, folder: Path) -> SendStoppedError:
    hint = "Make room, or name another folder: outbox in [sender]."
    return SendStoppedError(f"Cannot write to the outbox: {error.strerror}.", hint=hint, file=folder)
