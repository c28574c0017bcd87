"""The database file: opened, made private, brought to the newest version."""

from __future__ import annotations

import datetime
import os
import secrets
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout
from sqlalchemy import URL, Engine, create_engine, event, insert, inspect, select, text
from sqlalchemy.exc import DatabaseError as SqlError

from newsletter.errors import DatabaseError
from newsletter.privacy import refuse_inside_git
from newsletter.storage.migrations import MIGRATIONS
from newsletter.storage.tables import schema_version, signing_keys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

# For how long a statement waits for another program that writes.
BUSY_SECONDS = 30
COPY_FIRST = "Look whether the disk is full and whether the file is whole; a copy of it is safe to try on."
NAME_ANOTHER = "Name another file, database in [storage], or bring a copy back that was whole."
_ANSWERS = {
    sqlite3.SQLITE_BUSY: (
        f"Another program has been writing to it for {BUSY_SECONDS} seconds.",
        "Wait until that has ended, and run this again.",
    ),
    sqlite3.SQLITE_FULL: ("The disk is full.", "Make room, and run it again."),
    sqlite3.SQLITE_IOERR: (
        "The disk refuses to read or write it.",
        "Look whether the disk is full, make room, and run it again.",
    ),
    sqlite3.SQLITE_READONLY: ("It can only be read.", "Look who may write there: the file and its folder."),
    sqlite3.SQLITE_NOTADB: ("It is no database.", NAME_ANOTHER),
    sqlite3.SQLITE_CORRUPT: ("It is damaged.", NAME_ANOTHER),
}


@contextmanager
def open_database(file: Path) -> Iterator[Engine]:
    """Open the SQLite database `file`, making it on first use, readable by its owner alone.

    Raises DatabaseError where it cannot be: in Git's reach, not a database, or of a newer version of the program.
    """
    # Until the last program closes the database, what was written last stands in the -wal file.
    beside = [file.with_name(file.name + ending) for ending in ("", "-wal")]
    refuse_inside_git(beside, file.with_name(f"{file.name}*"), "database in [storage]")
    _create_private(file)
    engine = create_engine(URL.create("sqlite", database=str(file)), connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    try:
        _migrate(engine, file)
        yield engine
    except SqlError as error:
        raise _explain(error, file) from error
    finally:
        engine.dispose()


def _explain(error: SqlError, file: Path) -> DatabaseError:
    code = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    # The lower byte is the kind; what stands above says more (https://sqlite.org/rescode.html).
    message, hint = _ANSWERS.get(code & 0xFF, (f"The database failed: {error.orig}.", COPY_FIRST))
    return DatabaseError(message, hint=hint, file=file)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Read the database as it is at one moment, for as long as it takes, while others write."""
    with engine.execution_options(is_reading=True).connect() as connection:
        yield connection


@contextmanager
def lock_sending(file: Path) -> Iterator[None]:
    """Hold the one right to send from this database; the operating system gives it back if the program dies.

    Raises DatabaseError where another program holds it.
    """
    lock = FileLock(file.with_name(f"{file.name}.lock"), mode=0o600)
    try:
        with lock.acquire(blocking=False):
            yield
    except Timeout as error:
        hint = "Wait until it has ended; it can be followed with: newsletter status"
        raise DatabaseError("Another send is at work on this database.", hint=hint, file=file) from error


def load_signing_keys(connection: Connection) -> list[str]:
    """Load the keys that sign tokens, oldest first; the first one is made when there is none."""
    keys = list(connection.scalars(select(signing_keys.c.key).order_by(signing_keys.c.id)))
    if not keys:
        keys = [secrets.token_hex(32)]
        connection.execute(insert(signing_keys).values(key=keys[0], created_at=now()))
    return keys


def now() -> datetime.datetime:
    """Say what time it is, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def _create_private(file: Path) -> None:
    try:
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except FileNotFoundError as error:
        raise DatabaseError("Its folder does not exist.", hint=f"Make it: mkdir -p {file.parent}", file=file) from error
    except IsADirectoryError as error:
        raise DatabaseError("It is a folder.", hint="Name a file: database in [storage].", file=file) from error
    except OSError as error:
        hint = "Look who may write there."
        raise DatabaseError(f"Cannot open it: {error.strerror}.", hint=hint, file=file) from error


def _configure(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    # The driver would begin transactions by itself, and late; `_begin` does it.
    connection.isolation_level = None
    cursor = connection.cursor()
    # A claim must be on the disk before SES is called: FULL, because WAL alone may lose the last commits.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    is_reading = connection.get_execution_options().get("is_reading", False)
    connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")


def _migrate(engine: Engine, file: Path) -> None:
    """Bring the database to the newest version, all steps or none."""
    with engine.begin() as connection:
        version = _version(connection)
        if version > len(MIGRATIONS):
            hint = "Update the program: pip install --upgrade newsletter"
            raise DatabaseError(f"It is of version {version}, newer than this program.", hint=hint, file=file)
        for statements in MIGRATIONS[version:]:
            for statement in statements:
                connection.execute(text(statement))
        if version < len(MIGRATIONS):
            connection.execute(schema_version.delete())
            connection.execute(insert(schema_version).values(version=len(MIGRATIONS)))


def _version(connection: Connection) -> int:
    if not inspect(connection).has_table(schema_version.name):
        schema_version.create(connection)
        return 0
    return connection.scalar(select(schema_version.c.version)) or 0
