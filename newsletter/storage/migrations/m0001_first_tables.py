"""Subscribers, suppressions, sends, deliveries and signing keys."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE subscribers (
        id INTEGER PRIMARY KEY,
        public_id VARCHAR(32) NOT NULL UNIQUE,
        email VARCHAR(254) NOT NULL,
        address_key VARCHAR(254) NOT NULL UNIQUE,
        name VARCHAR(200) NOT NULL DEFAULT '',
        state VARCHAR(20) NOT NULL CHECK (state IN ('unconfirmed', 'confirmed', 'unsubscribed')),
        consent_date DATE,
        consent_source VARCHAR(200) NOT NULL DEFAULT '',
        created_at TIMESTAMP NOT NULL
    )
    """,
    """
    CREATE TABLE subscriber_tags (
        subscriber_id INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
        tag VARCHAR(100) NOT NULL,
        PRIMARY KEY (subscriber_id, tag)
    )
    """,
    """
    CREATE TABLE suppressions (
        address_key VARCHAR(254) PRIMARY KEY,
        reason VARCHAR(20) NOT NULL CHECK (reason IN ('bounce', 'complaint', 'unsubscribe', 'manual')),
        created_at TIMESTAMP NOT NULL
    )
    """,
    """
    CREATE TABLE sends (
        issue VARCHAR(200) PRIMARY KEY,
        content_hash VARCHAR(64) NOT NULL,
        started_at TIMESTAMP NOT NULL
    )
    """,
    """
    CREATE TABLE deliveries (
        id INTEGER PRIMARY KEY,
        public_id VARCHAR(32) NOT NULL UNIQUE,
        issue VARCHAR(200) NOT NULL REFERENCES sends (issue),
        subscriber_id INTEGER NOT NULL REFERENCES subscribers (id),
        state VARCHAR(20) NOT NULL CHECK (state IN (
            'queued', 'claimed', 'sent', 'rejected', 'uncertain', 'suppressed', 'delivered', 'bounced', 'complained'
        )),
        message_id VARCHAR(200) NOT NULL DEFAULT '',
        reason VARCHAR(500) NOT NULL DEFAULT '',
        updated_at TIMESTAMP NOT NULL,
        UNIQUE (issue, subscriber_id)
    )
    """,
    "CREATE INDEX deliveries_by_state ON deliveries (issue, state, id)",
    "CREATE TABLE signing_keys (id INTEGER PRIMARY KEY, key VARCHAR(64) NOT NULL, created_at TIMESTAMP NOT NULL)",
)
