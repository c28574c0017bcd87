"""Subscribers in the database."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, exists, func, insert, not_, select

from newsletter.model import Subscriber, SubscriberState
from newsletter.storage.database import now
from newsletter.storage.tables import subscriber_tags, subscribers, suppressions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Row

BATCH = 500


def new_public_id() -> str:
    """Make an opaque id: 128 random bits in letters, digits, `-` and `_`."""
    return secrets.token_urlsafe(16)


def address_key(email: str) -> str:
    """Fold an address so that the same mailbox is found again: in lower case, as every large provider does."""
    return email.casefold()


def newest_subscriber(connection: Connection) -> int:
    """Give the number of the subscriber who came last; 0 while there is none."""
    return connection.scalar(select(func.max(subscribers.c.id))) or 0


def find_known(connection: Connection, emails: Sequence[str], newest: int) -> dict[str, str]:
    """Say of which addresses something is known: key → a subscriber's state, `suppressed`, or `imported`.

    `imported` is who came after the subscriber with the number `newest`.
    """
    keys = [address_key(email) for email in emails]
    suppressed = connection.scalars(select(suppressions.c.address_key).where(suppressions.c.address_key.in_(keys)))
    state = case((subscribers.c.id > newest, "imported"), else_=subscribers.c.state)
    listed = connection.execute(select(subscribers.c.address_key, state).where(subscribers.c.address_key.in_(keys)))
    return {**dict(listed.all()), **dict.fromkeys(suppressed, "suppressed")}


def add_subscribers(connection: Connection, people: Sequence[Subscriber]) -> None:
    """Add people who are not on the list yet."""
    if not people:
        return
    rows = [
        {
            "public_id": person.public_id,
            "email": person.email,
            "address_key": address_key(person.email),
            "name": person.name,
            "state": person.state.value,
            "consent_date": person.consent_date,
            "consent_source": person.consent_source,
            "created_at": now(),
        }
        for person in people
    ]
    connection.execute(insert(subscribers), rows)
    ids = dict(
        connection.execute(
            select(subscribers.c.public_id, subscribers.c.id).where(
                subscribers.c.public_id.in_([person.public_id for person in people])
            )
        ).all()
    )
    tags = [{"subscriber_id": ids[person.public_id], "tag": tag} for person in people for tag in sorted(person.tags)]
    if tags:
        connection.execute(insert(subscriber_tags), tags)


def list_subscribers(connection: Connection) -> Iterator[Subscriber]:
    """Yield all subscribers in the order in which they came, without holding them all in memory."""
    last = 0
    while True:
        rows = connection.execute(
            select(subscribers).where(subscribers.c.id > last).order_by(subscribers.c.id).limit(BATCH)
        ).all()
        if not rows:
            return
        last = rows[-1].id
        tags = _tags_of(connection, [row.id for row in rows])
        yield from (_subscriber(row, tags.get(row.id, frozenset())) for row in rows)


def is_recipient(segment: str = "") -> ColumnElement[bool]:
    """State who is sent to, as a condition on `subscribers`."""
    conditions = [
        subscribers.c.state == SubscriberState.CONFIRMED.value,
        not_(exists().where(suppressions.c.address_key == subscribers.c.address_key)),
    ]
    if segment:
        tagged = exists().where(
            subscriber_tags.c.subscriber_id == subscribers.c.id, subscriber_tags.c.tag == segment.casefold()
        )
        conditions.append(tagged)
    return and_(*conditions)


def count_recipients(connection: Connection, segment: str = "") -> int:
    """Count who is sent to: all, or those with a tag."""
    return connection.scalar(select(func.count()).select_from(subscribers).where(is_recipient(segment))) or 0


def count_subscribers(connection: Connection) -> int:
    """Count everybody on the list, in whatever state."""
    return connection.scalar(select(func.count()).select_from(subscribers)) or 0


def list_tags(connection: Connection) -> list[str]:
    """List the tags that somebody on the list has, by the alphabet."""
    return list(connection.scalars(select(subscriber_tags.c.tag).distinct().order_by(subscriber_tags.c.tag)))


def _tags_of(connection: Connection, ids: Sequence[int]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    query = select(subscriber_tags).where(subscriber_tags.c.subscriber_id.in_(ids))
    for subscriber_id, tag in connection.execute(query):
        found.setdefault(subscriber_id, set()).add(tag)
    return {subscriber_id: frozenset(tags) for subscriber_id, tags in found.items()}


def _subscriber(row: Row[tuple[object, ...]], tags: frozenset[str]) -> Subscriber:
    return Subscriber(
        public_id=row.public_id,
        email=row.email,
        name=row.name,
        tags=tags,
        state=SubscriberState(row.state),
        consent_date=row.consent_date,
        consent_source=row.consent_source,
    )
