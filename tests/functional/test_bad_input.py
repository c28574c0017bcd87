"""Bad input: one sentence that says what, where and how to put it right; exit code 2; nothing half-written."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ISSUE

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.conftest import Newsletter


def refused(result: Result, *words: str) -> None:
    """Expect the two lines of an error that we raise on purpose."""
    assert result.exit_code == 2, result.stderr
    assert result.stderr.startswith("Error: ")
    assert "Hint: " in result.stderr
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in result.stderr


def everything(root: Path) -> set[Path]:
    return {path for path in root.rglob("*") if "__pycache__" not in path.parts}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ["issue.md", "empty"]),
        ("Hello", ["issue.md:1:", "no front matter"]),
        ("---\ntitle: x\nsubjct: y\n---\nHello", ["issue.md:3:", "subjct", "subject"]),
        ("---\ntitle: [1\n---\nHello", ["issue.md:", "not YAML"]),
        ("---\nsubject: x\n---\nHello", ["issue.md:", "title", "missing"]),
        ("---\ntitle: 2026\n---\nHello", ["issue.md:2:", "title", "text"]),
        ("---\ntitle: x\ndate: soon\n---\nHello", ["issue.md:3:", "“date”: this is not a date", "2026-11-24"]),
        ("---\ntitle: x\nauthor: {a: b}\n---\nHello", ["issue.md:3:", "expected text, got a table"]),
        ("---\ntitle: x\nlayout: leter\n---\nHello", ["leter", "letter"]),
        ("---\ntitle: x\n---\n<table><tr><td>x</td></tr></table>", ["issue.md:4:", "Raw HTML"]),
        ("---\ntitle: x\n---\n![A door](door.jpg)", ["issue.md:4:", "door.jpg"]),
        ("---\ntitle: x\n---\n![A door](../../newsletter.toml)", ["issue.md:4:", "outside"]),
        ("---\ntitle: x\n---\n[A](file:///etc/passwd)", ["issue.md:4:", "leads to"]),
    ],
)
def test_an_issue_that_cannot_be_built(newsletter: Newsletter, text: str, words: list[str]) -> None:
    newsletter.write_issue(text)
    before = everything(newsletter.root)
    refused(newsletter.run("build"), *words)
    assert everything(newsletter.root) == before


def test_an_issue_that_is_not_text(newsletter: Newsletter) -> None:
    newsletter.write_issue().write_bytes(b"\xff\xfe\x00\x01")
    refused(newsletter.run("build"), "issue.md", "UTF-8")


def test_a_title_on_two_lines_is_one_line_in_an_inbox(newsletter: Newsletter) -> None:
    newsletter.write_issue(ISSUE.replace("subject: A slow morning by the water", 'subject: "A slow\\n morning"'))
    assert "Built “A slow morning” (" in newsletter.run("build").stderr
    assert newsletter.run("send", "--test", "me@example.org").exit_code == 0


def test_a_failed_build_leaves_the_last_one(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    assert newsletter.run("build").exit_code == 0
    (folder,) = (newsletter.root / "build").iterdir()
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    newsletter.write_issue(ISSUE.replace("layout", "x") + "\n[A](file:///x)")
    refused(newsletter.run("build"))
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_an_issue_that_is_not_there(newsletter: Newsletter) -> None:
    refused(newsletter.run("build"), "no issue yet", "newsletter new")
    newsletter.write_issue()
    refused(newsletter.run("build", "2026-11-24-a-slow-mourning"), "slow-mourning", "2026-11-24-a-slow-morning")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('[newsletter]\nnmae = "x"\n', ["newsletter.toml:2:", "nmae", "name"]),
        ("[newsleter]\n", ["newsletter.toml:1:", "newsleter", "newsletter"]),
        ("[newsletter]\nname = 3\n", ["newsletter.toml:2:", "name", "text"]),
        ("[newsletter\n", ["newsletter.toml", "not TOML"]),
        ('[newsletter]\nbase_url = "news.example.org"\n', ["newsletter.toml:2:", "https://"]),
        ('[newsletter]\narchive_url = "news.example.org/{slug}"\n', ["newsletter.toml:2:", "https://"]),
        ('[newsletter]\narchive_url = "https://news.example.org/"\n', ["newsletter.toml:2:", "one page", "{slug}"]),
        ('[newsletter]\nbase_url = "https://[news"\n', ["newsletter.toml:2:", "not the address of a website"]),
        ('[newsletter]\nlanguage = "english"\n', ["newsletter.toml:2:", "“english”", 'language = "en"']),
        ('[sender]\ntransport = "smtp"\n', ["newsletter.toml:2:", "transport", "Known are: outbox, ses."]),
        ('[check]\nfail_on = "seriuos"\n', ["newsletter.toml:2:", "fail_on", "Did you mean “serious”?"]),
        ('[check.impact]\ntitle-missing = "bad"\n', ["[check]", "impact", "critical, minor, moderate, serious"]),
        ('[check]\nselect = ["imges"]\n', ["newsletter.toml:2:", "imges", "“images”"]),
        ('[check]\nignore = ["imges"]\n', ["newsletter.toml:2:", "imges", "“images”"]),
    ],
)
def test_settings_that_mean_nothing(newsletter: Newsletter, settings: str, words: list[str]) -> None:
    (newsletter.root / "newsletter.toml").write_text(settings)
    newsletter.write_issue()
    refused(newsletter.run("build"), *words)


def test_settings_that_are_not_there(newsletter: Newsletter) -> None:
    refused(newsletter.run("--config", "other.toml", "build"), "other.toml")


@pytest.mark.parametrize(
    "mjml",
    ["<mjml><mj-body>", "<mjml>{{ nobody }}</mjml>", "<mjml><mj-body><mj-section>—></mj-section></mj-body></mjml>"],
)
def test_a_layout_that_is_not_valid(newsletter: Newsletter, mjml: str) -> None:
    layout = newsletter.root / "layouts" / "letter" / "layout.mjml"
    layout.parent.mkdir(parents=True)
    layout.write_text(mjml)
    newsletter.write_issue()
    refused(newsletter.run("build"), "layout")
    assert not (newsletter.root / "build").exists()


def test_a_database_of_a_newer_version(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    newsletter.run("status")
    connection = sqlite3.connect(newsletter.root / "newsletter.db")
    connection.execute("UPDATE schema_version SET version = 99")
    connection.commit()
    connection.close()
    refused(newsletter.run("status"), "newsletter.db", "version 99")
    refused(newsletter.run("send", "--yes"), "newsletter.db", "version 99")


def test_a_page_that_is_no_text_becomes_no_issue(newsletter: Newsletter) -> None:
    (newsletter.root / "post.html").write_bytes(bytes(range(256)) * 8)
    refused(newsletter.run("new", "post.html"), "post.html", "not HTML")
    assert not (newsletter.root / "issues").exists()


def test_a_title_that_nobody_knows_is_missing_and_no_guess(newsletter: Newsletter) -> None:
    (newsletter.root / "post.html").write_text("<p>We like to begin the day slowly, and nobody has regretted it.</p>")
    report = newsletter.run("new", "post.html").output
    assert "“”" not in report
    assert "title" in report.partition("Unknown or missing:")[2]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("gone.html", None, "no such file"),
        ("gone.txt", None, "no such file"),
        ("gone", None, "no issue"),
        ("picture.html", b"\x89PNG\r\n", "not HTML"),
    ],
)
def test_a_target_that_cannot_be_checked(newsletter: Newsletter, name: str, data: bytes | None, words: str) -> None:
    if data is not None:
        (newsletter.root / name).write_bytes(data)
    refused(newsletter.run("check", name), name, words)


def test_a_preview_of_an_issue_that_is_not_there(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    refused(newsletter.run("preview", "2026-11-24-a-slow-mourning", "--port", "0"), "slow-mourning", "a-slow-morning")


def test_what_every_email_needs_is_named_with_how_it_is_written(newsletter: Newsletter) -> None:
    (newsletter.root / "newsletter.toml").unlink()
    newsletter.write_issue()
    result = newsletter.run("send", "--yes")
    refused(result, "newsletter.toml: No email goes out without base_url, postal_address and from.")
    refused(result, 'from = "The practice <hello@example.org>" below [sender]')
    assert "There is no newsletter.toml in" in result.stderr


def test_one_finding_that_stands_is_one_and_has_no_line_where_nobody_knows_it(newsletter: Newsletter) -> None:
    newsletter.write_issue(ISSUE + "\n![](https://example.org/a.png)\n")
    refused(newsletter.run("send", "--yes"), "A serious finding stands, so it is not sent:\n  issues/")


def test_a_list_without_a_header_shows_nobody(newsletter: Newsletter) -> None:
    (newsletter.root / "people.csv").write_text("ana@example.org,Ana\nben@example.org,Ben\n")
    result = newsletter.run("subscribers", "import", "people.csv", "--consent-source", "form")
    refused(result, "people.csv:1: The first line is a person already.", "email,name,tags")
    assert "ana" not in result.stderr


def test_a_rule_that_is_not_there(newsletter: Newsletter) -> None:
    refused(newsletter.run("rules", "image-alt-mising"), "image-alt-missing")
    refused(newsletter.run("check", "--select", "imges"), "images")


def test_no_settings_at_all_is_no_mistake(newsletter: Newsletter) -> None:
    (newsletter.root / "newsletter.toml").unlink()
    newsletter.write_issue()
    assert newsletter.run("build").exit_code == 0
    result = newsletter.run("check")
    assert result.exit_code == 1
    assert "unsubscribe-link-missing" in result.stdout
