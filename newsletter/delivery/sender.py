"""The seam that sends: what a transport must be able to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.model import Recipient, Result


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """What became of one batch: a result for each recipient, and why the run must end, if it must.

    A result says sent, rejected or uncertain; queued means that the recipient may be tried again: in this run where
    `stop` is empty, else in a later one.
    """

    results: tuple[Result, ...]
    stop: str = ""
    hint: str = ""


class Sender(Protocol):
    """Sends one rendition, batch by batch."""

    batch_size: int

    def prepare(self, recipients: int) -> tuple[str, ...]:
        """Look whether so many people can be sent to, before the first is; return warnings, one sentence each.

        Raises SendStoppedError where they cannot.
        """

    def send(self, recipients: Sequence[Recipient]) -> BatchOutcome:
        """Send to claimed recipients. Never raises for what a transport answers: that is a result."""

    def place_of(self, delivery_id: str = "") -> str:
        """Name, for people, where a delivery goes, or all of them: a file or folder, or a service."""

    def settle(self, delivery_ids: Sequence[str]) -> tuple[Result, ...]:
        """Say what became of deliveries that a run which died left claimed: uncertain, unless the transport knows."""
