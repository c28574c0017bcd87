"""Fixtures for all tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import PIL.Image
import pytest
from click.testing import CliRunner, Result
from hypothesis import settings as hypothesis_settings

from newsletter.cli.main import main
from tests.threads import in_own_thread

if TYPE_CHECKING:
    from pathlib import Path

# These machines are slow at times; a slow example is no failure.
hypothesis_settings.register_profile("calm", deadline=None, max_examples=60)
hypothesis_settings.load_profile("calm")

# A test reaches no network: links are asked where a test says so.
SETTINGS = """\
[links]
ask = false

[newsletter]
name = "Letters from the Quay"
base_url = "https://news.example.org"
postal_address = "1 Quay Street, Exampletown"

[sender]
from = "The Quay <letters@example.org>"
"""

# What an import must be told.
CONSENT = ("--consent-source", "sign-up form")

ISSUE = """\
---
title: A slow morning
subject: A slow morning by the water
preheader: Three small things that make the first hour of a day easier to bear.
language: en
date: 2026-11-24
---
We like to begin the day **slowly**.

## Three small things

- Open a window
- Drink something warm
- Write [one line](https://example.org/lines) down

[Book a first talk](https://example.org/book){.button}
"""


@dataclass(frozen=True)
class Newsletter:
    """A newsletter's folder, and the command run in it."""

    root: Path

    def write_issue(self, text: str = ISSUE, slug: str = "2026-11-24-a-slow-morning") -> Path:
        file = self.root / "issues" / slug / "issue.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def write_picture(self, file: Path, size: tuple[int, int] = (600, 400)) -> None:
        PIL.Image.new("RGB", size, "#8899aa").save(file)

    def run(self, *arguments: str, stdin: str | bytes | None = None) -> Result:
        return in_own_thread(CliRunner().invoke, main, arguments, input=stdin, catch_exceptions=False)


@pytest.fixture
def newsletter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsletter:
    """A newsletter with settings and nothing else, as the current folder."""
    (tmp_path / "newsletter.toml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Newsletter(tmp_path)
