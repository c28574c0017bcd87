"""Sources made to use up a machine end with a clear error, in bounded memory."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import PIL.Image
import pytest

from tests.shared import PROJECT
from tests.standins.site import Answer, Site

if TYPE_CHECKING:
    from tests.conftest import Newsletter

WORDS = b"<p>The path goes down to the water, past the old wall and the apple trees that nobody picks.</p>"
MAX_MEGABYTES = 200


def huge_picture() -> bytes:
    buffer = io.BytesIO()
    PIL.Image.new("1", (30_000, 30_000)).save(buffer, "PNG")
    return buffer.getvalue()


# VmHWM is the most memory that a process has had (proc(5)); the figure of getrusage begins with that of its parent.
WATCH = """
import atexit, re, runpy, sys
from pathlib import Path
say = lambda: print(re.search(r"VmHWM:.*", Path("/proc/self/status").read_text())[0], file=sys.stderr)
atexit.register(say)
runpy.run_module("newsletter", run_name="__main__", alter_sys=True)
"""


def run(newsletter: Newsletter, address: str) -> tuple[int, str, float]:
    """Run `newsletter new` on its own; its exit code, what it says, and the most memory it had, in megabytes."""
    command = [sys.executable, "-c", WATCH, "new", "--allow-private", address]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    done = subprocess.run(command, cwd=newsletter.root, env=environment, capture_output=True, text=True, check=False)
    kilobytes = re.search(r"VmHWM:\s*(\d+)", done.stderr)
    assert kilobytes is not None
    return done.returncode, done.stderr, int(kilobytes[1]) / 1024


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(fault="endless"), "larger than 10 MB"),
        (Answer(fault="bomb"), "larger than 10 MB"),
        (Answer(b"<div>" * 300_000), "too many elements"),
        (Answer(b"<p>a</p>" * 1_000_000), "too many elements"),
        (Answer(b"<table><tr><td>" * 5000 + WORDS), "too many elements"),
    ],
    ids=["an endless body", "much from little", "deep nesting", "a million elements", "tables in tables"],
)
def test_a_page_that_is_a_bomb_is_refused(newsletter: Newsletter, answer: Answer, words: str) -> None:
    with Site({"/post": answer}) as site:
        code, stderr, megabytes = run(newsletter, f"{site.url}/post")
    assert code == 2
    assert words in stderr
    assert megabytes < MAX_MEGABYTES
    assert not (newsletter.root / "issues").exists()


def test_a_picture_that_is_a_bomb_is_left_out(newsletter: Newsletter) -> None:
    page = b"<html><head><title>A walk</title></head><body><article>" + WORDS * 8 + b"<img src='/sea.png' alt='Sea'>"
    with Site({"/post": Answer(page), "/sea.png": Answer(huge_picture(), "image/png")}) as site:
        code, stderr, megabytes = run(newsletter, f"{site.url}/post")
    assert code == 0
    assert "The picture is too large" in stderr
    assert megabytes < MAX_MEGABYTES


def test_a_page_of_many_elements_takes_bounded_memory(newsletter: Newsletter) -> None:
    page = b"<html><head><title>A walk</title></head><body><article>" + WORDS * 2000 + b"<p>a</p>" * 15_000
    with Site({"/post": Answer(page)}) as site:
        code, stderr, megabytes = run(newsletter, f"{site.url}/post")
    assert code == 0, stderr
    assert megabytes < MAX_MEGABYTES
