"""When a run goes on, and when it ends."""

from __future__ import annotations

import pytest

from newsletter.delivery.patience import MAX_FAILED_BATCHES, Patience
from newsletter.delivery.sender import BatchOutcome
from newsletter.errors import SendStoppedError
from newsletter.model import DeliveryState, Result


def outcome(*states: DeliveryState) -> BatchOutcome:
    return BatchOutcome(tuple(Result(str(number), state, reason="broken") for number, state in enumerate(states)))


@pytest.mark.parametrize("state", [DeliveryState.UNCERTAIN, DeliveryState.REJECTED])
def test_batches_that_fail_in_a_row_end_the_run(state: DeliveryState) -> None:
    patience = Patience()
    for _ in range(MAX_FAILED_BATCHES - 1):
        patience.judge(outcome(state, state))
    with pytest.raises(SendStoppedError, match="broken"):
        patience.judge(outcome(state, state))


def test_somebody_sent_to_renews_it() -> None:
    patience = Patience()
    for _ in range(MAX_FAILED_BATCHES * 2):
        patience.judge(outcome(DeliveryState.UNCERTAIN))
        patience.judge(outcome(DeliveryState.SENT, DeliveryState.UNCERTAIN))
    assert patience.failed_batches == 0


def test_a_stop_says_why_and_what_to_do() -> None:
    with pytest.raises(SendStoppedError, match=r"The send stopped: paused\.$") as caught:
        Patience().judge(BatchOutcome((), stop="paused.", hint="Ask SES."))
    assert caught.value.hint == "Ask SES."


def test_a_transport_that_only_asks_to_wait_ends_the_run() -> None:
    patience = Patience(waits=6)
    with pytest.raises(SendStoppedError, match="slow down"):
        patience.judge(outcome(DeliveryState.QUEUED))
