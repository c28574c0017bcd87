"""One issue to everybody who should get it, once."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.delivery.message import compose
from newsletter.errors import SendRefusedError, SendStoppedError
from newsletter.model import DeliveryState, Impact, Outcome, Recipient
from newsletter.storage.database import load_signing_keys, lock_sending, open_database
from newsletter.storage.deliveries import (
    claim,
    count_states,
    count_without_delivery,
    list_claimed,
    queue_deliveries,
    record,
    sent_hash,
)
from newsletter.tokens import UNSUBSCRIBE, sign_token
from newsletter.workflows.check import check_rendition_of
from newsletter.workflows.render import render_issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Engine

    from newsletter.delivery.sender import Sender
    from newsletter.model import Finding, Issue, Rendition
    from newsletter.settings import Settings

# How long to wait when SES asks to slow down; after the last wait the run ends and the rest stays queued.
WAIT_SECONDS = (1, 2, 4, 8, 15, 30)


@dataclass(frozen=True, slots=True)
class SendPlan:
    """What a send would do: the rendition, and to how many people: new ones, and those that an earlier run queued."""

    issue: Issue
    rendition: Rendition
    recipients: int
    transport: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of `total` deliveries have an answer."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class SendJob:
    """A send that may begin: its plan and what it needs."""

    plan: SendPlan
    engine: Engine
    sender: Sender
    segment: str
    keys: tuple[str, ...]

    def run(self) -> Iterator[Progress]:
        """Claim, send and record batch by batch, until nothing is queued.

        Raises SendStoppedError where the transport refuses everybody; whoever was not sent to stays queued.
        """
        issue = self.plan.issue.slug
        self.sender.prepare(self.plan.recipients)
        queue_deliveries(self.engine, issue, self.plan.rendition.content_hash, self.segment)
        total = self._count_queued()
        waits = 0
        while (recipients := claim(self.engine, issue, self.sender.batch_size, self._sign)) is not None:
            if recipients:
                waits = self._send_batch(recipients, waits)
            yield Progress(total - self._count_queued(), total)

    def _send_batch(self, recipients: Sequence[Recipient], waits: int) -> int:
        """Send to one claimed batch; return how often in a row the transport has asked to wait."""
        outcome = self.sender.send(recipients)
        record(self.engine, outcome.results)
        if outcome.stop:
            raise SendStoppedError(f"The send stopped: {outcome.stop}.", hint=outcome.hint)
        if not any(result.state is DeliveryState.QUEUED for result in outcome.results):
            return 0
        if waits == len(WAIT_SECONDS):
            raise SendStoppedError("The transport keeps asking to slow down.", hint="Run the same send again later.")
        time.sleep(WAIT_SECONDS[waits])
        return waits + 1

    def counts(self) -> dict[DeliveryState, int]:
        """Count the issue's deliveries by state."""
        with self.engine.connect() as connection:
            return count_states(connection, self.plan.issue.slug)

    def _count_queued(self) -> int:
        return self.counts()[DeliveryState.QUEUED]

    def _sign(self, public_id: str) -> str:
        return sign_token(public_id, self.keys, UNSUBSCRIBE)


@contextmanager
def open_send(settings: Settings, name: str | None, segment: str = "") -> Iterator[SendJob]:
    """Render and check the issue, open the database, settle what a dead run left, and count who is waiting.

    Raises SendRefusedError while a serious or critical finding stands or when an earlier run sent something else,
    and DatabaseError while another send is at work.
    """
    issue, rendition = render_issue(settings, name)
    refuse_unfit(settings, check_rendition_of(issue, rendition, settings))
    with lock_sending(settings.database), open_database(settings.database) as engine:
        sender = make_sender(settings, issue, rendition)
        record(engine, sender.settle(list_claimed(engine, issue.slug)))
        with engine.begin() as connection:
            _refuse_changed(sent_hash(connection, issue.slug), issue, rendition)
            keys = tuple(load_signing_keys(connection))
            waiting = count_states(connection, issue.slug)[DeliveryState.QUEUED]
            recipients = waiting + count_without_delivery(connection, issue.slug, segment)
        plan = SendPlan(issue, rendition, recipients, settings.sender.transport)
        yield SendJob(plan, engine, sender, segment, keys)


def send_test(settings: Settings, name: str | None, address: str) -> None:
    """Send the issue to one address, outside the ledger; its unsubscribe link opens nothing.

    Raises SendStoppedError where it could not be sent.
    """
    issue, rendition = render_issue(settings, name)
    refuse_unfit(settings, ())
    sender = make_sender(settings, issue, rendition)
    sender.prepare(1)
    outcome = sender.send([Recipient("test", address, "", "test")])
    result = outcome.results[0]
    if result.state is not DeliveryState.SENT:
        raise SendStoppedError(f"The test was not sent: {result.reason or outcome.stop}.", hint=outcome.hint)


def make_sender(settings: Settings, issue: Issue, rendition: Rendition) -> Sender:
    """Make the sender that the settings name."""
    if settings.sender.transport == "ses":
        from newsletter.delivery.ses import SesSender

        return SesSender(rendition, settings)
    from newsletter.delivery.outbox import OutboxSender

    return OutboxSender(settings.outbox / issue.slug, compose(rendition, settings))


def refuse_unfit(settings: Settings, findings: Sequence[Finding]) -> None:
    """Raise SendRefusedError where a setting that every email needs is missing, or a finding stands that hurts."""
    needed = {
        "sender.from": settings.sender.from_,
        "newsletter.base_url": settings.newsletter.base_url,
        "newsletter.postal_address": settings.newsletter.postal_address,
    }
    if missing := [key for key, value in needed.items() if not value.strip()]:
        message = f"No email goes out without {' and '.join(missing)}."
        raise SendRefusedError(message, hint="Add it to newsletter.toml.", file=settings.file)
    standing = [it for it in findings if it.outcome is Outcome.FAIL and it.impact >= Impact.SERIOUS]
    if standing:
        lines = "\n".join(f"  {it.place.file}:{it.place.line}: {it.message} [{it.rule}]" for it in standing)
        message = f"{len(standing)} serious findings stand, so it is not sent:\n{lines}"
        raise SendRefusedError(message, hint="Put them right; newsletter check shows them all.")


def _refuse_changed(earlier: str | None, issue: Issue, rendition: Rendition) -> None:
    if earlier is not None and earlier != rendition.content_hash:
        hint = "Take the change back (git shows it), or put it into a new issue."
        message = "An earlier run sent this issue with other content, and some people have it."
        raise SendRefusedError(message, hint=hint, file=issue.file)
