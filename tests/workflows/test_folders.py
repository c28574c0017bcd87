"""What `newsletter check FOLDER` takes out of a folder."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsletter

SLUG = "2026-11-24-a-slow-morning"
PAGE = "<html lang=en dir=ltr><title>A</title><p lang=en dir=ltr>Good morning</p></html>"


def targets(newsletter: Newsletter, folder: str) -> list[str]:
    result = newsletter.run("check", "--format", "json", "--no-links", "--select", "document", folder)
    return [it["target"] for it in json.loads(result.stdout)["targets"]]


@pytest.fixture
def full(newsletter: Newsletter) -> Newsletter:
    """A newsletter's folder after some days of work."""
    newsletter.write_issue()
    assert newsletter.run("build").exit_code == 0
    (newsletter.root / "people.csv").write_text("email\nana@example.org\n")
    newsletter.run("subscribers", "import", "people.csv", "--consent-source", "form")
    assert newsletter.run("send", "--yes").exit_code == 0
    newsletter.run("check", "--output", "html=report.html")
    for name in ("old/letter.html", "old/letter.eml", ".venv/a.html", "site/node_modules/a/a.html", "site/page.md"):
        file = newsletter.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE if name.endswith("html") else "Subject: A\n\nGood morning\n")
    return newsletter


def test_what_the_program_made_and_what_tools_brought_is_left_out(full: Newsletter) -> None:
    assert targets(full, ".") == [f"issues/{SLUG}", "old/letter.eml", "old/letter.html", "site/page.md"]


def test_a_folder_of_builds_counts_as_its_emails(full: Newsletter) -> None:
    assert targets(full, "build") == [f"build/{SLUG}/email.eml"]
    assert targets(full, f"build/{SLUG}") == [f"build/{SLUG}/email.eml"]


def test_what_is_named_is_checked_wherever_it_lies(full: Newsletter) -> None:
    assert len(targets(full, "outbox")) == 1
    assert targets(full, ".venv") == [".venv/a.html"]
    assert targets(full, f"build/{SLUG}/email.html") == [f"build/{SLUG}/email.html"]
    assert targets(full, "report.html") == ["report.html"]


def test_a_pipe_with_the_name_of_a_page_does_not_hold_up(full: Newsletter) -> None:
    os.mkfifo(full.root / "old" / "pipe.html")
    assert targets(full, "old") == ["old/letter.eml", "old/letter.html"]


def test_a_folder_with_nothing_to_check_says_what_could_be(newsletter: Newsletter) -> None:
    (newsletter.root / "empty").mkdir()
    result = newsletter.run("check", "empty")
    assert result.exit_code == 2
    assert "empty: There is nothing to check in this folder." in result.stderr
    assert ".md file, or a folder" in result.stderr
