"""One issue to everybody who should get it, once."""

from __future__ import annotations

import datetime
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsletter.checks.document import Document
from newsletter.delivery.message import compose
from newsletter.delivery.patience import Patience
from newsletter.errors import DeliveryError, SendStoppedError
from newsletter.model import UNSUBSCRIBE_TOKEN, DeliveryState, Recipient
from newsletter.storage.database import load_signing_keys, lock_sending, open_database, reading
from newsletter.storage.deliveries import (
    claim,
    count_states,
    count_without_delivery,
    list_claimed,
    queue_deliveries,
    record,
    sent_hash,
)
from newsletter.storage.subscribers import new_public_id
from newsletter.tokens import UNSUBSCRIBE, sign_token
from newsletter.workflows.addresses import read_address
from newsletter.workflows.audience import explain_done, refuse_nobody
from newsletter.workflows.fitness import refuse_changed, refuse_unfit
from newsletter.workflows.issue_check import check_before_sending
from newsletter.workflows.links import LinkWish, ask_documents
from newsletter.workflows.render import render_issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Engine

    from newsletter.checks.linking.answers import Answer
    from newsletter.delivery.sender import Sender
    from newsletter.model import Issue, Rendition
    from newsletter.settings import Settings


@dataclass(frozen=True, slots=True)
class SendPlan:
    """What a send would do: the rendition, where it goes, and to how many people.

    These are new ones, and those that an earlier run queued.
    """

    issue: Issue
    rendition: Rendition
    recipients: int
    transport: str
    place: str


@dataclass(frozen=True, slots=True)
class SentTest:
    """A test that went out: of which issue, through which transport, and where to."""

    issue: Issue
    transport: str
    place: str


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

    def prepare(self) -> tuple[str, ...]:
        """Ask the transport whether it can send to so many; return its warnings. Comes before `run`.

        Raises SendStoppedError where it cannot.
        """
        return self.sender.prepare(self.plan.recipients)

    def run(self) -> Iterator[Progress]:
        """Claim, send and record batch by batch, until nothing is queued.

        Raises SendStoppedError where going on makes no sense; whoever was not sent to stays queued.
        """
        issue, patience = self.plan.issue.slug, Patience()
        queue_deliveries(self.engine, issue, self.plan.rendition.content_hash, self.segment)
        total = self._count_queued()
        done = 0
        while (recipients := claim(self.engine, issue, self.sender.batch_size, self._sign)) is not None:
            done += self._send_batch(recipients, patience)
            if len(recipients) < self.sender.batch_size:
                # Some left the list instead of being sent to. Counting takes long on a long list: not each time.
                done = total - self._count_queued()
            yield Progress(done, total)

    def _send_batch(self, recipients: Sequence[Recipient], patience: Patience) -> int:
        """Send to one claimed batch; return how many have an answer now."""
        if not recipients:
            return 0
        outcome = self.sender.send(recipients)
        record(self.engine, outcome.results)
        patience.judge(outcome)
        return sum(result.state is not DeliveryState.QUEUED for result in outcome.results)

    def counts(self) -> dict[DeliveryState, int]:
        """Count the issue's deliveries by state."""
        with reading(self.engine) as connection:
            return count_states(connection, self.plan.issue.slug)

    def explain_done(self) -> str:
        """Say who has the issue already, where nobody is waiting for it."""
        with reading(self.engine) as connection:
            return explain_done(connection, self.plan.issue.slug, self.segment)

    def _count_queued(self) -> int:
        return self.counts()[DeliveryState.QUEUED]

    def _sign(self, public_id: str) -> str:
        return sign_token(public_id, self.keys, UNSUBSCRIBE)


@contextmanager
def open_send(
    settings: Settings, name: str | None, segment: str = "", links: LinkWish | None = None
) -> Iterator[SendJob]:
    """Render and check the issue, open the database, settle what a dead run left, and count who is waiting.

    Raises SendRefusedError where nobody could be sent to, while a serious or critical finding stands or when an earlier
    run sent something else, and DatabaseError while another send is at work.
    """
    issue, rendition = render_issue(settings, name)
    refuse_unfit(settings, ())
    answers = _ask_links(settings, rendition, links or LinkWish())
    refuse_unfit(settings, check_before_sending(issue, rendition, settings, answers))
    with open_database(settings.database) as engine, lock_sending(settings.database):
        sender = make_sender(settings, issue, rendition)
        record(engine, sender.settle(list_claimed(engine, issue.slug)))
        with engine.begin() as connection:
            refuse_changed(sent_hash(connection, issue.slug), issue, rendition)
            keys = tuple(load_signing_keys(connection))
            waiting = count_states(connection, issue.slug)[DeliveryState.QUEUED]
            if not waiting:
                refuse_nobody(connection, segment, settings.database)
            recipients = waiting + count_without_delivery(connection, issue.slug, segment)
        plan = SendPlan(issue, rendition, recipients, settings.sender.transport, sender.place_of())
        yield SendJob(plan, engine, sender, segment, keys)


def send_test(settings: Settings, name: str | None, address: str) -> SentTest:
    """Send the issue to one address, outside the ledger; its unsubscribe link opens nothing.

    Findings do not hold it up: a test is for looking. Raises DeliveryError where it could not be sent.
    """
    try:
        email = read_address(address)
    except ValueError as error:
        raise DeliveryError("The test address is not an email address.", hint="Check it for typing errors.") from error
    issue, rendition = render_issue(settings, name)
    refuse_unfit(settings, ())
    sender = make_sender(settings, issue, rendition)
    sender.prepare(1)
    # A name of its own for each test: mail programs hide a second message with the same Message-ID.
    outcome = sender.send([Recipient(f"test-{new_public_id()}", email, "", "test")])
    result = outcome.results[0]
    if result.state is not DeliveryState.SENT:
        reason = (result.reason or outcome.stop).rstrip(".")
        raise SendStoppedError(f"The test was not sent: {reason}.", hint=outcome.hint)
    return SentTest(issue, settings.sender.transport, sender.place_of(result.delivery_id))


def make_sender(settings: Settings, issue: Issue, rendition: Rendition) -> Sender:
    """Make the sender that the settings name."""
    if settings.sender.transport == "ses":
        from newsletter.delivery.ses import SesSender

        return SesSender(rendition, settings)
    from newsletter.delivery.outbox import OutboxSender

    date = datetime.datetime.now(datetime.UTC)
    return OutboxSender(settings.outbox / issue.slug, compose(rendition, settings), date)


def _ask_links(settings: Settings, rendition: Rendition, wish: LinkWish) -> dict[str, Answer] | None:
    """Ask where the issue's links lead and whether its pictures are there, unless the person or the settings say no."""
    if not (settings.links.ask if wish.links is None else wish.links):
        return None
    document = Document(rendition.html.replace(UNSUBSCRIBE_TOKEN, "token"))
    return ask_documents([document], settings, replace(wish, own_pictures=True))
