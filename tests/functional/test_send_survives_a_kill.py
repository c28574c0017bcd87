"""A send that is killed again and again: nobody gets the issue twice, nobody is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.conftest import CONSENT, SETTINGS
from tests.shared import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Newsletter

BATCH = 50
ENVIRONMENT = {**os.environ, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "PYTHONPATH": str(PROJECT)}


@contextmanager
def ses_process(log: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "tests.standins.ses", "--log", str(log), "--seconds-per-call", "0.05"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


def accepted(log: Path) -> list[str]:
    return log.read_text().split() if log.exists() else []


def kill_in_the_middle(log: Path, more: int) -> None:
    """Start a send and kill it once the server has taken so many more messages."""
    aim = len(accepted(log)) + more
    command = [sys.executable, "-m", "newsletter", "send", "--yes"]
    with subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 60
        while len(accepted(log)) < aim and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL, process.stderr.read() if process.stderr else ""


@pytest.mark.parametrize(
    ("people", "kills"), [(1000, 3), pytest.param(10_000, 40, marks=pytest.mark.torture, id="torture")]
)
def test_nobody_twice_and_nobody_lost(newsletter: Newsletter, tmp_path: Path, people: int, kills: int) -> None:
    log = tmp_path / "accepted.txt"
    newsletter.write_issue()
    lines = "\n".join(f"reader{number}@example.org" for number in range(people))
    (tmp_path / "people.csv").write_text(f"email\n{lines}\n")
    newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    with ses_process(log) as url:
        settings = f'{SETTINGS}transport = "ses"\n\n[ses]\nregion = "eu-west-1"\nendpoint_url = "{url}"\n'
        (tmp_path / "newsletter.toml").write_text(settings)
        for _ in range(kills):
            kill_in_the_middle(log, 200)
        command = [sys.executable, "-m", "newsletter", "send", "--yes"]
        last = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    document = json.loads(newsletter.run("status", "--json").stdout)
    states = {state: count for state, count in document["states"].items() if count}
    got = Counter(accepted(log))
    assert not [address for address, times in got.items() if times > 1]
    assert sum(states.values()) == document["recipients"] == people
    assert set(states) <= {"sent", "uncertain"}
    assert states.get("uncertain", 0) <= kills * BATCH
    assert states["sent"] <= len(got) <= people
    assert last.returncode == (1 if states.get("uncertain") else 0), last.stderr
