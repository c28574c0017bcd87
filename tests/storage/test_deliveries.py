"""The ledger: whatever happens, each recipient is in one state, and the states add up."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import insert, update

from newsletter.model import DeliveryState, Recipient, Result, Subscriber, SubscriberState
from newsletter.storage.database import now, open_database
from newsletter.storage.deliveries import claim, count_states, list_claimed, queue_deliveries, record, sent_hash
from newsletter.storage.subscribers import add_subscribers
from newsletter.storage.tables import subscribers, suppressions

ISSUE = "2026-11-24-a-slow-morning"
FINAL = (DeliveryState.SENT, DeliveryState.REJECTED, DeliveryState.UNCERTAIN)


def person(number: int, state: SubscriberState = SubscriberState.CONFIRMED) -> Subscriber:
    return Subscriber(f"id{number}", f"reader{number}@example.org", state=state, tags=frozenset({f"tag{number % 2}"}))


def sign(public_id: str) -> str:
    return f"{public_id}.signed"


def test_only_confirmed_people_of_the_segment_are_queued(tmp_path: Path) -> None:
    with open_database(tmp_path / "newsletter.db") as engine:
        with engine.begin() as connection:
            people = [person(number) for number in range(4)]
            add_subscribers(connection, [*people, person(9, SubscriberState.UNCONFIRMED)])
            connection.execute(
                insert(suppressions).values(address_key="reader0@example.org", reason="bounce", created_at=now())
            )
        queue_deliveries(engine, ISSUE, "hash", "TAG0")
        claimed = claim(engine, ISSUE, 10, sign)
    assert claimed is not None
    assert [(it.email, it.unsubscribe_token) for it in claimed] == [("reader2@example.org", "id2.signed")]


def test_who_leaves_after_queueing_is_not_sent_to(tmp_path: Path) -> None:
    with open_database(tmp_path / "newsletter.db") as engine:
        with engine.begin() as connection:
            add_subscribers(connection, [person(1), person(2)])
        queue_deliveries(engine, ISSUE, "hash")
        with engine.begin() as connection:
            connection.execute(update(subscribers).where(subscribers.c.public_id == "id1").values(state="unsubscribed"))
        claimed = claim(engine, ISSUE, 10, sign)
        assert claimed is not None
        assert [it.email for it in claimed] == ["reader2@example.org"]
        with engine.connect() as connection:
            assert count_states(connection, ISSUE)[DeliveryState.SUPPRESSED] == 1


def test_a_long_list_is_queued_whole_and_once(tmp_path: Path) -> None:
    with open_database(tmp_path / "newsletter.db") as engine:
        with engine.begin() as connection:
            add_subscribers(connection, [person(number) for number in range(1200)])
        for _ in range(2):
            queue_deliveries(engine, ISSUE, "hash")
        with engine.connect() as connection:
            assert count_states(connection, ISSUE)[DeliveryState.QUEUED] == 1200


def test_the_content_is_fixed_once_somebody_may_have_it(tmp_path: Path) -> None:
    with open_database(tmp_path / "newsletter.db") as engine:
        with engine.begin() as connection:
            add_subscribers(connection, [person(1)])
        found = []
        for content_hash in ("first", "second"):
            queue_deliveries(engine, ISSUE, content_hash)
            with engine.connect() as connection:
                found.append(sent_hash(connection, ISSUE))
        claim(engine, ISSUE, 1, sign)
        with engine.connect() as connection:
            assert [*found, sent_hash(connection, ISSUE)] == [None, None, "second"]


class Ledger(RuleBasedStateMachine):
    """Sends, crashes, refusals and departures in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = contextlib.ExitStack()
        folder = self.stack.enter_context(tempfile.TemporaryDirectory())
        self.engine = self.stack.enter_context(open_database(Path(folder) / "newsletter.db"))
        self.people = 0
        self.held: list[Recipient] = []
        self.handed_over: list[str] = []

    @initialize()
    def first_people(self) -> None:
        self.join(5)

    @rule(number=st.integers(1, 4))
    def join(self, number: int) -> None:
        with self.engine.begin() as connection:
            add_subscribers(connection, [person(self.people + offset) for offset in range(number)])
        self.people += number
        queue_deliveries(self.engine, ISSUE, "hash")

    @rule(limit=st.integers(1, 4))
    def claim_some(self, limit: int) -> None:
        if not self.held:
            self.held = claim(self.engine, ISSUE, limit, sign) or []

    @rule(states=st.lists(st.sampled_from([*FINAL, DeliveryState.QUEUED]), min_size=4, max_size=4))
    def answer(self, states: list[DeliveryState]) -> None:
        results = [Result(it.delivery_id, state) for it, state in zip(self.held, states, strict=False)]
        self.handed_over += [it.delivery_id for it in results if it.state in FINAL]
        record(self.engine, results)
        self.held = self.held[len(results) :]

    @rule()
    def crash_and_settle(self) -> None:
        self.held = []
        left = list_claimed(self.engine, ISSUE)
        self.handed_over += left
        record(self.engine, [Result(name, DeliveryState.UNCERTAIN) for name in left])

    @rule(number=st.integers(0, 30))
    def leave(self, number: int) -> None:
        with self.engine.begin() as connection:
            connection.execute(
                update(subscribers).where(subscribers.c.public_id == f"id{number}").values(state="unsubscribed")
            )

    @invariant()
    def the_states_add_up(self) -> None:
        with self.engine.connect() as connection:
            counts = count_states(connection, ISSUE)
        assert sum(counts.values()) == self.people
        assert counts[DeliveryState.CLAIMED] == len(self.held)

    @invariant()
    def nobody_is_handed_over_twice(self) -> None:
        assert len(self.handed_over) == len(set(self.handed_over))

    def teardown(self) -> None:
        self.stack.close()


TestLedger = Ledger.TestCase
