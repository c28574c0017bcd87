"""How long a run goes on when the transport is slow or refuses."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.errors import SendStoppedError
from newsletter.model import DeliveryState

if TYPE_CHECKING:
    from newsletter.delivery.sender import BatchOutcome

# How long to wait, time after time, while the transport asks to slow down and takes nobody.
WAIT_SECONDS = (1, 2, 4, 8, 15, 30)
# A broken line makes a whole batch uncertain; going on regardless would make the whole list so.
MAX_FAILED_BATCHES = 3


@dataclass(slots=True)
class Patience:
    """What has gone wrong since somebody was last sent to: waits and batches."""

    waits: int = 0
    failed_batches: int = 0

    def judge(self, outcome: BatchOutcome) -> None:
        """Wait where the transport asks for it. Raises SendStoppedError where going on makes no sense."""
        if outcome.stop:
            raise SendStoppedError(f"The send stopped: {outcome.stop.rstrip('.')}.", hint=outcome.hint)
        states = {result.state for result in outcome.results}
        if DeliveryState.SENT in states:
            self.waits = self.failed_batches = 0
        elif DeliveryState.QUEUED not in states:
            self._count_failure(outcome)
        if DeliveryState.QUEUED in states:
            self._wait()

    def _count_failure(self, outcome: BatchOutcome) -> None:
        self.failed_batches += 1
        if self.failed_batches == MAX_FAILED_BATCHES:
            reason = next((result.reason for result in outcome.results if result.reason), "no reason given")
            message = f"The send stopped: nobody in {MAX_FAILED_BATCHES} batches was sent to ({reason.rstrip('.')})."
            raise SendStoppedError(message, hint="Look into it, and run the same send again: the others still wait.")

    def _wait(self) -> None:
        if self.waits == len(WAIT_SECONDS):
            message = "The transport keeps asking to slow down."
            raise SendStoppedError(message, hint="Run the same send again later: nobody was lost.")
        time.sleep(WAIT_SECONDS[self.waits])
        self.waits += 1
