"""The database's versions, one file each, in order of their numbers.

A migration is a list of SQL statements for SQLite. It is never changed once a release holds it.
"""

from __future__ import annotations

from newsletter.storage.migrations import m0001_first_tables

MIGRATIONS: tuple[tuple[str, ...], ...] = (m0001_first_tables.STATEMENTS,)
