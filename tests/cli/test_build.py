"""`newsletter build` of several issues."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ISSUE

if TYPE_CHECKING:
    from tests.conftest import Newsletter

SLUGS = [f"2026-11-2{number}-a-letter" for number in range(5)]
BROKEN = "---\ntitle: x\n---\n<table><tr><td>x</td></tr></table>"


@pytest.fixture
def five(newsletter: Newsletter) -> Newsletter:
    """A newsletter with five issues."""
    for slug in SLUGS:
        newsletter.write_issue(ISSUE.replace("slow", slug), slug)
    return newsletter


@pytest.mark.parametrize("jobs", ["0", "1", "3"])
def test_all_issues_are_built_in_order(five: Newsletter, jobs: str) -> None:
    result = five.run("build", "--all", "--jobs", jobs, "--json")
    assert result.exit_code == 0, result.stderr
    assert [it["issue"] for it in json.loads(result.stdout)["issues"]] == SLUGS
    for slug in SLUGS:
        assert slug in (five.root / "build" / slug / "email.html").read_text(encoding="utf-8")
    # There is no terminal, and no bar.
    assert result.stderr == ""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_issue_that_fails_does_not_lose_the_others(five: Newsletter, jobs: str) -> None:
    five.write_issue(BROKEN, SLUGS[1])
    five.write_issue("", SLUGS[3])
    result = five.run("build", "--all", "--jobs", jobs)
    assert result.exit_code == 1
    assert sorted(it.name for it in (five.root / "build").iterdir()) == [SLUGS[0], SLUGS[2], SLUGS[4]]
    first, second = (line for line in result.stderr.splitlines() if line.startswith("Error: "))
    assert SLUGS[1] in first
    assert ":4: Raw HTML" in first
    assert SLUGS[3] in second
    assert result.stderr.count("Hint: ") == 2
    assert "Built 3 issues" in result.stderr


def test_when_every_issue_fails_nothing_was_built(five: Newsletter) -> None:
    for slug in SLUGS:
        five.write_issue(BROKEN, slug)
    result = five.run("build", "--all", "--json")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("Error: ") == len(SLUGS)
    assert not (five.root / "build").exists()


def test_a_second_run_says_how_much_was_new(five: Newsletter) -> None:
    five.run("build", "--all")
    five.write_issue(ISSUE + "\nMore.\n", SLUGS[2])
    result = five.run("build", "--all")
    assert result.exit_code == 0
    assert "Built 1 issue; nothing new in 4" in result.stderr
    assert f"build/{SLUGS[2]}: “A slow morning by the water”" in result.stderr


def test_an_issue_named_twice_is_built_once(five: Newsletter) -> None:
    result = five.run("build", SLUGS[1], f"issues/{SLUGS[1]}", SLUGS[0], "--json", "--jobs", "2")
    assert [it["issue"] for it in json.loads(result.stdout)["issues"]] == [SLUGS[1], SLUGS[0]]


def test_a_name_that_is_none_is_refused_before_anything_is_built(five: Newsletter) -> None:
    result = five.run("build", SLUGS[0], "2026-11-21-a-leter")
    assert result.exit_code == 2
    assert "a-leter" in result.stderr
    assert not (five.root / "build").exists()


def test_names_and_all_contradict_each_other(five: Newsletter) -> None:
    assert five.run("build", "--all", SLUGS[0]).exit_code == 2
    assert not (five.root / "build").exists()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("winter", "2026-11-24-winter-walks-before-breakfast"),
        ("Winter Walk", "2026-11-24-winter-walks-before-breakfast"),
        ("brekfast", "2026-11-24-winter-walks-before-breakfast"),
        ("issues/quiet-start/", "2026-10-01-a-quiet-start"),
        ("2026-10-01", "2026-10-01-a-quiet-start"),
        ("2026-11-24", "2026-11-24-winter-walks-before-breakfast"),
    ],
)
def test_words_of_a_slug_are_enough_for_a_hint(newsletter: Newsletter, typed: str, meant: str) -> None:
    for slug in ("2026-10-01-a-quiet-start", "2026-11-24-a-slow-morning", "2026-11-24-winter-walks-before-breakfast"):
        newsletter.write_issue(slug=slug)
    result = newsletter.run("build", typed)
    assert result.exit_code == 2
    assert f"Hint: Did you mean “{meant}”?" in result.stderr


def test_without_a_hint_the_newest_issues_are_named(five: Newsletter) -> None:
    for number in range(10, 20):
        five.write_issue(slug=f"2026-10-{number}-older")
    stderr = five.run("build", "xyz").stderr
    assert f"Hint: The newest: {', '.join(reversed(SLUGS))}.\n" in stderr


def test_without_settings_it_is_said_where_they_were_looked_for(newsletter: Newsletter) -> None:
    sentence = f"There is no newsletter.toml in {newsletter.root} or a folder above it"
    assert sentence not in newsletter.run("build").stderr
    (newsletter.root / "newsletter.toml").unlink()
    result = newsletter.run("build")
    assert result.exit_code == 2
    assert sentence in result.stderr
    # A mistake in a line of an issue has nothing to do with it.
    newsletter.write_issue("---\nsubject: x\n---\nHello")
    result = newsletter.run("build")
    assert "issue.md:1: “title” is missing.\nHint: Add a line for “title”.\n" in result.stderr
    assert sentence not in result.stderr
