"""The ledger: one row for each issue to each subscriber, in exactly one state at any moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, case, exists, func, insert, select, update

from newsletter.model import DeliveryState, Recipient, Result
from newsletter.storage.database import now
from newsletter.storage.subscribers import BATCH, is_recipient, new_public_id
from newsletter.storage.tables import deliveries, sends, subscribers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Engine


_HANDED_OVER = [
    state.value
    for state in DeliveryState
    if state not in {DeliveryState.QUEUED, DeliveryState.REJECTED, DeliveryState.SUPPRESSED}
]


def sent_hash(connection: Connection, issue: str) -> str | None:
    """Say what content people have, or may have, as `issue`; None while nobody has any."""
    has_reader = exists().where(deliveries.c.issue == issue, deliveries.c.state.in_(_HANDED_OVER))
    return connection.scalar(select(sends.c.content_hash).where(sends.c.issue == issue, has_reader))


def queue_deliveries(engine: Engine, issue: str, content_hash: str, segment: str = "") -> None:
    """Give each recipient who has no delivery of `issue` yet a queued one."""
    with engine.begin() as connection:
        renewed = connection.execute(update(sends).where(sends.c.issue == issue).values(content_hash=content_hash))
        if not renewed.rowcount:
            connection.execute(insert(sends).values(issue=issue, content_hash=content_hash, started_at=now()))
    last: int | None = 0
    while last is not None:
        last = _queue_some(engine, issue, segment, last)


def _queue_some(engine: Engine, issue: str, segment: str, after: int) -> int | None:
    """Queue a batch of the subscribers who came after the one numbered `after`; return the last one's number."""
    has_one = exists().where(deliveries.c.issue == issue, deliveries.c.subscriber_id == subscribers.c.id)
    with engine.begin() as connection:
        waiting = select(subscribers.c.id).where(subscribers.c.id > after, is_recipient(segment), ~has_one)
        ids = connection.scalars(waiting.order_by(subscribers.c.id).limit(BATCH)).all()
        rows = [
            {
                "public_id": new_public_id(),
                "issue": issue,
                "subscriber_id": subscriber_id,
                "state": DeliveryState.QUEUED.value,
                "updated_at": now(),
            }
            for subscriber_id in ids
        ]
        if rows:
            connection.execute(insert(deliveries), rows)
    return ids[-1] if ids else None


def claim(engine: Engine, issue: str, limit: int, sign: Callable[[str], str]) -> list[Recipient] | None:
    """Claim up to `limit` queued deliveries, on disk when this returns.

    People who left since they were queued become suppressed instead. `sign` makes the unsubscribe token of a
    subscriber's public id. Returns None when nothing is queued any more.
    """
    with engine.begin() as connection:
        query = (
            select(
                deliveries.c.public_id,
                subscribers.c.email,
                subscribers.c.name,
                subscribers.c.public_id.label("subscriber"),
                case((is_recipient(), 1), else_=0).label("may_send"),
            )
            .join(subscribers, subscribers.c.id == deliveries.c.subscriber_id)
            .where(deliveries.c.issue == issue, deliveries.c.state == DeliveryState.QUEUED.value)
            .order_by(deliveries.c.id)
            .limit(limit)
        )
        rows = connection.execute(query).all()
        if not rows:
            return None
        gone = [row.public_id for row in rows if not row.may_send]
        _set_state(connection, gone, DeliveryState.SUPPRESSED, "left the list after it was queued")
        staying = [row for row in rows if row.may_send]
        _set_state(connection, [row.public_id for row in staying], DeliveryState.CLAIMED)
    return [Recipient(row.public_id, row.email, row.name, sign(row.subscriber)) for row in staying]


def record(engine: Engine, results: Sequence[Result]) -> None:
    """Write what became of claimed deliveries; one that is no longer claimed stays as it is."""
    if not results:
        return
    statement = (
        update(deliveries)
        .where(deliveries.c.public_id == bindparam("delivery"), deliveries.c.state == DeliveryState.CLAIMED.value)
        .values(
            state=bindparam("new_state"),
            message_id=bindparam("message"),
            reason=bindparam("why"),
            updated_at=now(),
        )
    )
    rows = [
        {
            "delivery": result.delivery_id,
            "new_state": result.state.value,
            "message": result.message_id,
            "why": result.reason[:500],
        }
        for result in results
    ]
    with engine.begin() as connection:
        connection.execute(statement, rows)


def list_claimed(engine: Engine, issue: str) -> list[str]:
    """List the deliveries that a run which died left claimed, at most one batch."""
    with engine.connect() as connection:
        query = select(deliveries.c.public_id).where(
            deliveries.c.issue == issue, deliveries.c.state == DeliveryState.CLAIMED.value
        )
        return list(connection.scalars(query))


def count_states(connection: Connection, issue: str) -> dict[DeliveryState, int]:
    """Count the deliveries of `issue` in each state; states without any are 0."""
    query = select(deliveries.c.state, func.count()).where(deliveries.c.issue == issue).group_by(deliveries.c.state)
    found: dict[str, int] = dict(connection.execute(query).all())
    return {state: found.get(state.value, 0) for state in DeliveryState}


def count_without_delivery(connection: Connection, issue: str, segment: str = "") -> int:
    """Count the recipients who have no delivery of `issue` yet."""
    has_one = exists().where(deliveries.c.issue == issue, deliveries.c.subscriber_id == subscribers.c.id)
    query = select(func.count()).select_from(subscribers).where(is_recipient(segment), ~has_one)
    return connection.scalar(query) or 0


def _set_state(connection: Connection, ids: Sequence[str], state: DeliveryState, reason: str = "") -> None:
    if ids:
        connection.execute(
            update(deliveries)
            .where(deliveries.c.public_id.in_(ids))
            .values(state=state.value, reason=reason, updated_at=now())
        )
