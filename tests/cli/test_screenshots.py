"""`newsletter build --screenshots` as it talks; a stand-in for Chromium copies one picture wherever it is asked to."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import PIL.Image
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsletter

STAND_IN = """\
#!/bin/sh
echo asked >> "{log}"
for word in "$@"; do
    case "$word" in --screenshot=*) cp "{picture}" "${{word#--screenshot=}}" ;; esac
done
"""


@pytest.fixture
def log(newsletter: Newsletter, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the stand-in on the path; it takes pictures while picture.png is there, and logs each time it was asked."""
    PIL.Image.new("RGB", (40, 30), "white").save(newsletter.root / "picture.png")
    chromium = newsletter.root / "bin" / "chromium"
    chromium.parent.mkdir()
    log = newsletter.root / "asked.log"
    chromium.write_text(STAND_IN.format(log=log, picture=newsletter.root / "picture.png"), encoding="utf-8")
    chromium.chmod(0o755)
    monkeypatch.setenv("PATH", f"{chromium.parent}:{os.environ['PATH']}")
    newsletter.write_issue()
    return log


def test_pictures_come_after_what_was_built(newsletter: Newsletter, log: Path) -> None:
    result = newsletter.run("build", "--screenshots")
    assert result.exit_code == 0, result.stderr
    assert [line.split(" ")[0] for line in result.stderr.splitlines()] == ["Built", "Look", "12"]
    assert len(list((newsletter.root / "build").rglob("screenshots/*.png"))) == 12
    assert log.read_text(encoding="utf-8").count("asked") == 12


def test_on_a_terminal_each_picture_is_counted(newsletter: Newsletter, log: Path) -> None:
    reader, writer = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    command = [sys.executable, "-m", "newsletter", "build", "--screenshots"]
    with subprocess.Popen(command, cwd=newsletter.root, env=environment, stdout=writer, stderr=writer) as process:
        os.close(writer)
        said = read_terminal(reader)
    assert process.returncode == 0
    assert log.exists()
    counts = [int(it) for it in re.findall(r"Taking pictures\D*?(\d+)/12", said)]
    assert counts == sorted(counts)
    assert counts[0] == 0
    assert said.index("Look at ") < said.index("Taking pictures") < said.index("12 pictures in ")


def test_a_chromium_that_fails_is_not_asked_for_each_picture(newsletter: Newsletter, log: Path) -> None:
    (newsletter.root / "picture.png").unlink()
    result = newsletter.run("build", "--screenshots")
    assert result.exit_code == 2
    assert "Chromium took no picture" in result.stderr
    assert "Look at " in result.stderr
    assert log.read_text(encoding="utf-8").count("asked") <= 4


def read_terminal(reader: int) -> str:
    """Read what is written to a terminal until nobody writes any more, and leave colours out."""
    parts = []
    # On Linux the end of a pseudo-terminal is an error.
    with contextlib.suppress(OSError):
        while part := os.read(reader, 65536):
            parts.append(part)
    os.close(reader)
    return re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", b"".join(parts).decode())
