"""The database file itself."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
from typing import TYPE_CHECKING

import pytest

from newsletter.errors import DatabaseError
from newsletter.storage.database import load_signing_keys, lock_sending, open_database, reading

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_made_on_first_use_and_private(tmp_path: Path) -> None:
    file = tmp_path / "newsletter.db"
    with open_database(file), open_database(file):
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes["newsletter.db"] == 0o600
    assert set(modes.values()) == {0o600}


def test_a_newer_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "newsletter.db"
    with open_database(file):
        pass
    connection = sqlite3.connect(file)
    connection.execute("UPDATE schema_version SET version = 99")
    connection.commit()
    connection.close()
    with pytest.raises(DatabaseError, match="version 99") as caught, open_database(file):
        pass
    assert "pip install" in caught.value.hint


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "newsletter.db"
    file.write_text("people, and where they live" * 100)
    with pytest.raises(DatabaseError, match=r"newsletter\.db"), open_database(file):
        pass
    assert file.read_text().startswith("people")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="folder"), open_database(tmp_path / "none" / "newsletter.db"):
        pass


def test_git_would_pick_it_up(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    file = tmp_path / "newsletter.db"
    with pytest.raises(DatabaseError, match="Git") as caught, open_database(file):
        pass
    assert "/newsletter.db*" in caught.value.hint
    assert not file.exists()
    (tmp_path / ".gitignore").write_text("/newsletter.db*\n")
    with open_database(file):
        assert file.exists()


def test_only_one_sends_at_a_time(tmp_path: Path) -> None:
    file = tmp_path / "newsletter.db"
    with lock_sending(file), pytest.raises(DatabaseError, match="Another send"), lock_sending(file):
        pass
    with lock_sending(file):
        pass


def test_the_signing_key_is_made_once(tmp_path: Path) -> None:
    keys = []
    for _ in range(2):
        with open_database(tmp_path / "newsletter.db") as engine, engine.begin() as connection:
            keys.append(load_signing_keys(connection))
    assert keys[0] == keys[1]
    assert len(keys[0][0]) == 64


def test_a_long_reading_holds_up_nobody(tmp_path: Path) -> None:
    file = tmp_path / "newsletter.db"
    with open_database(file) as first, open_database(file) as second, reading(first) as connection:
        connection.exec_driver_sql("SELECT count(*) FROM subscribers")
        with second.begin() as writing:
            load_signing_keys(writing)
        count = connection.exec_driver_sql("SELECT count(*) FROM signing_keys")
        assert count.scalar() == 0, "a reading sees the database as it was when it began"


def test_signs_in_a_name_are_no_options(tmp_path: Path) -> None:
    file = tmp_path / "people?mode=ro#1 100%.db"
    with open_database(file):
        assert file.exists()
