"""The tables of the database, as SQLAlchemy sees them. Migrations make them; this describes the newest version."""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Index, Integer, MetaData, String, Table, UniqueConstraint

metadata = MetaData()

subscribers = Table(
    "subscribers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("public_id", String(32), nullable=False, unique=True),
    Column("email", String(254), nullable=False),
    # The address in lower case: the same person is on the list once.
    Column("address_key", String(254), nullable=False, unique=True),
    Column("name", String(200), nullable=False, default=""),
    Column("state", String(20), nullable=False),
    Column("consent_date", Date),
    Column("consent_source", String(200), nullable=False, default=""),
    Column("created_at", DateTime(timezone=True), nullable=False),
)

subscriber_tags = Table(
    "subscriber_tags",
    metadata,
    Column("subscriber_id", ForeignKey("subscribers.id", ondelete="CASCADE"), primary_key=True),
    Column("tag", String(100), primary_key=True),
)

suppressions = Table(
    "suppressions",
    metadata,
    Column("address_key", String(254), primary_key=True),
    Column("reason", String(20), nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
)

sends = Table(
    "sends",
    metadata,
    Column("issue", String(200), primary_key=True),
    Column("content_hash", String(64), nullable=False),
    Column("started_at", DateTime(timezone=True), nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("public_id", String(32), nullable=False, unique=True),
    Column("issue", ForeignKey("sends.issue"), nullable=False),
    Column("subscriber_id", ForeignKey("subscribers.id"), nullable=False),
    Column("state", String(20), nullable=False),
    Column("message_id", String(200), nullable=False, default=""),
    Column("reason", String(500), nullable=False, default=""),
    Column("updated_at", DateTime(timezone=True), nullable=False),
    UniqueConstraint("issue", "subscriber_id"),
    Index("deliveries_by_state", "issue", "state", "id"),
)

signing_keys = Table(
    "signing_keys",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(64), nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
)

schema_version = Table("schema_version", metadata, Column("version", Integer, nullable=False))
