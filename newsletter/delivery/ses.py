"""The transport that sends through Amazon SES (API v2)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from newsletter.delivery.answers import ENTRY_STATUS, Answer, answer_of, hide_addresses, hint_of, words_of
from newsletter.delivery.requests import Requests, is_templatable
from newsletter.delivery.sender import BatchOutcome
from newsletter.errors import SendStoppedError
from newsletter.model import DeliveryState, Result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.model import Recipient, Rendition
    from newsletter.settings import Settings

# SendBulkEmail takes at most 50 entries.
MAX_ENTRIES = 50
# So many refused in a batch, and nobody taken: that is no matter of single addresses.
ENOUGH_TO_DOUBT = 3
_STATES = {
    Answer.SENT: DeliveryState.SENT,
    Answer.AGAIN: DeliveryState.QUEUED,
    Answer.NEVER: DeliveryState.REJECTED,
    Answer.STOP: DeliveryState.QUEUED,
    Answer.UNKNOWN: DeliveryState.UNCERTAIN,
}
STOP_HINT = "Nobody was lost: put it right, and run the same send again. docs/how-to/send-through-ses.md helps."


class SesSender:
    """Sends in batches of at most 50 and at most one second's worth of the account's rate."""

    def __init__(self, rendition: Rendition, settings: Settings, *, answer_seconds: float = 60) -> None:
        """Make the client, which waits `answer_seconds` for an answer. Raises SendStoppedError where it cannot."""
        self.batch_size = MAX_ENTRIES
        self._is_templatable = is_templatable(rendition)
        self._requests = Requests(rendition, settings)
        self._seconds_per_email = 0.0
        self._next_start = 0.0
        self._has_sent = False
        # SES has no token that would make a repeated call harmless: botocore must not repeat one by itself.
        config = Config(retries={"total_max_attempts": 1}, connect_timeout=10, read_timeout=answer_seconds)
        try:
            session = boto3.session.Session(region_name=settings.ses.region or None)
            self._client: Any = session.client("sesv2", config=config, endpoint_url=settings.ses.endpoint_url or None)
        except (BotoCoreError, ValueError) as error:
            # botocore has no error of its own for an endpoint_url that is no URL.
            raise _stopped(str(error), hint_of(error) or "Look at [ses] in newsletter.toml.") from error

    def prepare(self, recipients: int) -> tuple[str, ...]:
        """Ask the account whether it may send, how fast, and how much is left of its day; warn of the sandbox.

        Raises SendStoppedError where it may not send to so many.
        """
        try:
            account = self._client.get_account()
        except (BotoCoreError, ClientError) as error:
            raise _stopped(words_of(error), hint_of(error)) from error
        quota = account.get("SendQuota", {})
        rate, most, sent = (quota.get(name, -1.0) for name in ("MaxSendRate", "Max24HourSend", "SentLast24Hours"))
        if not account.get("SendingEnabled", True):
            raise _stopped("SES has switched sending off for this account.")
        if most >= 0 and recipients > most - max(sent, 0):
            left = max(0, int(most - max(sent, 0)))
            raise _stopped(
                f"SES lets this account send to {left} more people in 24 hours, and the list has {recipients}."
            )
        if rate > 0:
            self.batch_size = max(1, min(MAX_ENTRIES, int(rate)))
            self._seconds_per_email = 1 / rate
        if account.get("ProductionAccessEnabled", True):
            return ()
        return ("This SES account is in the sandbox: it sends only to addresses that you have verified.",)

    def send(self, recipients: Sequence[Recipient]) -> BatchOutcome:
        """Send one batch; a call that is refused because of one address is halved until that one is found."""
        self._pace(len(recipients))
        outcome = self._send_bulk(recipients) if self._is_templatable else self._send_singly(recipients)
        self._has_sent = self._has_sent or any(it.state is DeliveryState.SENT for it in outcome.results)
        return outcome if self._has_sent else _doubt(outcome)

    def place_of(self, delivery_id: str = "") -> str:  # noqa: ARG002 - all go the same way
        """Name the service."""
        return "Amazon SES"

    def settle(self, delivery_ids: Sequence[str]) -> tuple[Result, ...]:
        """SES cannot be asked what became of a call."""
        reason = "the run ended between the claim and SES's answer"
        return tuple(Result(name, DeliveryState.UNCERTAIN, reason=reason) for name in delivery_ids)

    def _send_bulk(self, recipients: Sequence[Recipient]) -> BatchOutcome:
        try:
            response = self._client.send_bulk_email(**self._requests.bulk(recipients))
        except (BotoCoreError, ClientError) as error:
            if answer_of(error) is Answer.NEVER and len(recipients) > 1:
                middle = len(recipients) // 2
                return _join([self._send_bulk(recipients[:middle]), self._send_bulk(recipients[middle:])])
            return _outcome_of_error(error, recipients)
        return _read_entries(response, recipients)

    def _send_singly(self, recipients: Sequence[Recipient]) -> BatchOutcome:
        outcomes: list[BatchOutcome] = []
        for position, recipient in enumerate(recipients):
            outcomes.append(self._call_single(recipient))
            if outcomes[-1].stop:
                rest = recipients[position + 1 :]
                outcomes.append(BatchOutcome(tuple(Result(it.delivery_id, DeliveryState.QUEUED) for it in rest)))
                break
        return _join(outcomes)

    def _call_single(self, recipient: Recipient) -> BatchOutcome:
        try:
            response = self._client.send_email(**self._requests.single(recipient))
        except (BotoCoreError, ClientError) as error:
            return _outcome_of_error(error, [recipient])
        result = Result(recipient.delivery_id, DeliveryState.SENT, response.get("MessageId", ""))
        return BatchOutcome((result,))

    def _pace(self, emails: int) -> None:
        """Wait until the account's rate allows so many more."""
        time.sleep(max(0.0, self._next_start - time.monotonic()))
        self._next_start = time.monotonic() + emails * self._seconds_per_email


def _read_entries(response: dict[str, Any], recipients: Sequence[Recipient]) -> BatchOutcome:
    """Read one status for each recipient; one that SES did not name is uncertain."""
    entries = response.get("BulkEmailEntryResults", [])
    results = []
    stop = ""
    for position, recipient in enumerate(recipients):
        entry = entries[position] if position < len(entries) else {}
        status = entry.get("Status", "no answer")
        answer = ENTRY_STATUS.get(status, Answer.UNKNOWN)
        reason = "" if answer is Answer.SENT else hide_addresses(f"{status}: {entry.get('Error', '')}").rstrip(": ")
        results.append(Result(recipient.delivery_id, _STATES[answer], entry.get("MessageId", ""), reason))
        stop = stop or (reason if answer is Answer.STOP else "")
    return BatchOutcome(tuple(results), stop, STOP_HINT if stop else "")


def _outcome_of_error(error: BotoCoreError | ClientError, recipients: Sequence[Recipient]) -> BatchOutcome:
    answer = answer_of(error)
    words = words_of(error)
    results = tuple(Result(recipient.delivery_id, _STATES[answer], reason=words) for recipient in recipients)
    return BatchOutcome(results, words if answer is Answer.STOP else "", STOP_HINT if answer is Answer.STOP else "")


def _doubt(outcome: BatchOutcome) -> BatchOutcome:
    """Read a first batch in which everybody is refused as what it is: not their addresses, but what all of them share.

    Nobody is rejected for good then: the run stops, and they stay queued.
    """
    results = outcome.results
    if len(results) < ENOUGH_TO_DOUBT or any(it.state is not DeliveryState.REJECTED for it in results):
        return outcome
    waiting = tuple(Result(it.delivery_id, DeliveryState.QUEUED, reason=it.reason) for it in results)
    return BatchOutcome(waiting, f"SES refuses this email for everybody ({results[0].reason})", STOP_HINT)


def _join(outcomes: Sequence[BatchOutcome]) -> BatchOutcome:
    results = tuple(result for outcome in outcomes for result in outcome.results)
    stopped = next((outcome for outcome in outcomes if outcome.stop), BatchOutcome(()))
    return BatchOutcome(results, stopped.stop, stopped.hint)


def _stopped(words: str, hint: str = "") -> SendStoppedError:
    return SendStoppedError(f"SES cannot send: {words}", hint=hint or STOP_HINT)
