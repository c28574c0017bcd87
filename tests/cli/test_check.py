"""`newsletter check` and `newsletter rules`: what people and programs get from them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsletter

KEYS = {"rule", "outcome", "impact", "message", "file", "line", "column", "selector", "snippet", "wcag", "act"}


@pytest.mark.parametrize(
    ("html", "arguments", "code"),
    [
        ("<p>Good morning</p>", [], 0),
        ("<img src=a.png>", [], 1),
        ("<img src=a.png>", ["--ignore", "images"], 0),
        ("<img src=a.png>", ["--select", "links"], 0),
        ("<a href='https://example.org/'>here</a>", [], 0),
        ("<a href='https://example.org/'>here</a>", ["--fail-on", "moderate"], 1),
    ],
)
def test_exit_codes(newsletter: Newsletter, html: str, arguments: list[str], code: int) -> None:
    (newsletter.root / "letter.html").write_text(html)
    assert newsletter.run("check", "letter.html", *arguments).exit_code == code


def test_what_only_a_person_can_tell_stops_nothing(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_text("<p style='background:url(a.png)'>Good morning</p>")
    result = newsletter.run("check", "letter.html", "--fail-on", "minor")
    assert result.exit_code == 0
    assert "letter.html:1:1: look:" in result.stdout


def test_the_limit_may_stand_in_the_settings(newsletter: Newsletter) -> None:
    with (newsletter.root / "newsletter.toml").open("a") as settings:
        settings.write('\n[check]\nfail_on = "moderate"\n')
    (newsletter.root / "letter.html").write_text("<a href='https://example.org/'>here</a>")
    assert newsletter.run("check", "letter.html").exit_code == 1


def test_text_names_place_impact_and_rule(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_text("<p>Hello</p>\n  <img src=a.png>")
    lines = newsletter.run("check", "letter.html").stdout.splitlines()
    assert lines[0].startswith("letter.html:2:3: critical: ")
    assert lines[0].endswith("[image-alt-missing]")
    assert "\x1b" not in "".join(lines)


def test_the_document_for_programs(newsletter: Newsletter) -> None:
    folder = newsletter.root / "old"
    folder.mkdir()
    (folder / "a.html").write_text("<img src=a.png>")
    (folder / "b.eml").write_text("Content-Type: text/html\n\n<p>Good morning</p>")
    (folder / "c.txt").write_text("No target")
    document = json.loads(newsletter.run("check", "old", "--format", "json").stdout)
    assert set(document) == {"version", "targets"}
    first, second = document["targets"]
    assert (first["target"], second["target"]) == ("old/a.html", "old/b.eml")
    assert set(first) == {"target", "findings", "counts", "reading"}
    assert set(first["findings"][0]) == KEYS
    assert first["counts"] == {"minor": 0, "moderate": 0, "serious": 0, "critical": 1, "review": 0}


def test_several_targets_of_several_kinds(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    (newsletter.root / "letter.html").write_text("<p>Good morning</p>")
    result = newsletter.run("check", "letter.html", "2026-11-24-a-slow-morning", "--format", "json")
    targets = [target["target"] for target in json.loads(result.stdout)["targets"]]
    assert targets == ["letter.html", "issues/2026-11-24-a-slow-morning"]


def test_rules_are_listed_and_explained(newsletter: Newsletter) -> None:
    document = json.loads(newsletter.run("rules", "--json").stdout)
    assert document["version"] == 1
    assert set(document["rules"][0]) == {"name", "group", "impact", "wcag", "act", "summary"}
    listed = newsletter.run("rules").stdout
    assert all(rule["name"] in listed for rule in document["rules"])
    explained = newsletter.run("rules", "image-alt-missing").stdout
    assert "## Why it matters" in explained
