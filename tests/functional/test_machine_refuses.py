"""A full disk, no right to write, a damaged database, Ctrl-C: a sentence each time, and nothing half-written."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.conftest import CONSENT, ISSUE
from tests.shared import PROJECT, interruptible

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsletter

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PROJECT)}
SLUG = "2026-11-24-a-slow-morning"


# A database needs this much beside it to be read.
LIMIT_BYTES = 33_000


def limit_files() -> None:
    """Let no file of the process become longer, as if the disk were full then."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT_BYTES, LIMIT_BYTES))


def run_on_a_full_disk(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-B", "-m", "newsletter", *arguments]
    return subprocess.run(
        command,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit_files,
    )


def everything(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        (["build"], f"build/{SLUG}"),
        (["new", "post.txt"], "issues/"),
        (["check", "letter.html", "--output", "json=report.json"], "report.json"),
        (["check", "letter.html", "--fix", "--yes"], "letter.html"),
        (["check", "letter.html", "--select", "all", "--write-baseline", "known.json"], "known.json"),
        (["subscribers", "export", "list.csv"], "list.csv"),
    ],
    ids=lambda it: " ".join(it) if isinstance(it, list) else "",
)
def test_a_full_disk_leaves_what_was_there(newsletter: Newsletter, arguments: list[str], place: str) -> None:
    newsletter.write_issue(ISSUE + "\nWe went along the harbour in the morning.\n" * 300)
    (newsletter.root / "post.txt").write_text("A walk\n\n" + "We went along the harbour in the morning.\n\n" * 900)
    (newsletter.root / "letter.html").write_text("<p>A</p>\n<table><tr><td><img src=a></table>\n" * 900)
    (newsletter.root / "people.csv").write_text("email\n" + "".join(f"r{it}@example.org\n" for it in range(1500)))
    newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    before = everything(newsletter.root)
    result = run_on_a_full_disk(*arguments)
    error = next(line for line in result.stderr.splitlines() if line.startswith("Error: "))
    assert result.returncode == 2
    assert error.startswith(f"Error: {place}")
    assert "Cannot write it: File too large." in error
    assert "Hint: " in result.stderr
    assert "Traceback" not in result.stderr
    assert everything(newsletter.root) == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110 - read before the tests
@pytest.mark.parametrize("arguments", [["--help"], ["rules"], ["check", "--format", "json"], ["subscribers", "export"]])
def test_output_that_nobody_can_take_is_a_sentence(newsletter: Newsletter, arguments: list[str]) -> None:
    newsletter.write_issue()
    newsletter.run("status")
    with open("/dev/full", "w") as full:  # noqa: PTH123 - no file of ours
        command = [sys.executable, "-m", "newsletter", *arguments]
        result = subprocess.run(command, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr.startswith("Error: Cannot write the output: No space left on device.\nHint: ")
    assert "Traceback" not in result.stderr
    assert "Exception" not in result.stderr


def test_a_folder_that_is_gone_is_a_sentence(newsletter: Newsletter) -> None:
    folder = newsletter.root / "gone"
    folder.mkdir()
    os.chdir(folder)
    shutil.rmtree(folder)
    try:
        result = newsletter.run("check")
    finally:
        os.chdir(newsletter.root)
    assert result.exit_code == 2
    assert "Error: The folder that you are in is no longer there." in result.stderr


@pytest.mark.parametrize(
    ("data", "words"), [(b"No database, but words. " * 99, "It is no database."), (None, "It is a folder.")]
)
def test_a_database_that_is_none_says_what_it_is(newsletter: Newsletter, data: bytes | None, words: str) -> None:
    newsletter.write_issue()
    file = newsletter.root / "newsletter.db"
    file.mkdir() if data is None else file.write_bytes(data)
    result = newsletter.run("status")
    assert result.exit_code == 2
    assert f"newsletter.db: {words}\nHint: " in result.stderr
    assert "[storage]" in result.stderr


def test_a_damaged_database_says_so(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    newsletter.run("status")
    file = newsletter.root / "newsletter.db"
    file.write_bytes(file.read_bytes()[:3000])
    result = newsletter.run("status")
    assert result.exit_code == 2
    assert "newsletter.db: It is damaged." in result.stderr


def test_a_database_that_another_program_holds_says_so(newsletter: Newsletter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsletter.storage.database.BUSY_SECONDS", 0.1)
    newsletter.write_issue()
    newsletter.run("status")
    with sqlite3.connect(newsletter.root / "newsletter.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        result = newsletter.run("status")
        other.execute("ROLLBACK")
    other.close()
    assert result.exit_code == 2
    assert "newsletter.db: Another program has been writing to it" in result.stderr
    assert newsletter.run("status").exit_code == 0


def test_ctrl_c_in_a_send_says_how_to_go_on(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    (newsletter.root / "people.csv").write_text("email\n" + "".join(f"r{it}@example.org\n" for it in range(3000)))
    newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    command = interruptible("send", "--yes", "--json")
    with subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        outbox, deadline = newsletter.root / "outbox" / SLUG, time.monotonic() + 60
        while len(list(outbox.glob("*.eml"))) < 100 and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate()
    assert process.returncode == 1, stderr
    assert "Stopped. Nobody is lost: the same command goes on where it stopped." in stderr
    assert json.loads(stdout)["action"] == "stopped"
    assert newsletter.run("send", "--yes").exit_code == 0
    assert len(list(outbox.glob("*.eml"))) == 3000
