"""`newsletter new`, as a writer uses it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import PIL.Image
import pytest

from tests.shared import shared_file

if TYPE_CHECKING:
    from tests.conftest import Newsletter

POST = """\
---
title: The first frost
author: Ada
date: 2026-11-01
---
We woke to white grass. It was quiet, and nobody hurried.

## What we saw

![Grass with ice on every blade](grass.png "Before nine")

- A robin
- Two foxes
"""


def test_a_markdown_post_becomes_an_issue_with_its_pictures(newsletter: Newsletter) -> None:
    (newsletter.root / "post.md").write_text(POST)
    newsletter.write_picture(newsletter.root / "grass.png")
    result = newsletter.run("new", "post.md")
    assert result.exit_code == 0
    (folder,) = (newsletter.root / "issues").iterdir()
    assert folder.name.endswith("-the-first-frost")
    with PIL.Image.open(folder / "grass.png") as picture:
        assert picture.size == (600, 400)
    text = (folder / "issue.md").read_text()
    assert "author: Ada" in text
    assert "preheader: We woke to white grass. It was quiet, and nobody hurried." in text
    assert '![Grass with ice on every blade](grass.png "Before nine")' in text


def test_the_report_for_machines(newsletter: Newsletter) -> None:
    (newsletter.root / "post.md").write_text(POST)
    newsletter.write_picture(newsletter.root / "grass.png")
    report = json.loads(newsletter.run("new", "post.md", "--json").stdout)
    assert report["version"] == 1
    assert report["issue"].startswith("issues/")
    assert report["source"] == report["kept"]
    assert report["kept"]["headings"] == 1
    assert report["kept"]["list_items"] == 2
    assert {guess["what"] for guess in report["guesses"]} == {"the subject", "the preheader"}
    assert report["missing"] == []


def test_the_seed_post_through_standard_input(newsletter: Newsletter) -> None:
    text = shared_file("seed/000_13835efccf27cff8.txt").read_text(encoding="utf-8")
    report = json.loads(newsletter.run("new", "-", "--json", stdin=text).stdout)
    assert report["missing"] == ["author", "date: none found; the letter's is today's", "image"]
    assert [dropped["words"] for dropped in report["dropped"]] == ["top of page", "Comments", "bottom of page"]
    assert report["kept"]["headings"] == 7
    assert report["kept"]["list_items"] == 5


def test_a_page_through_standard_input(newsletter: Newsletter) -> None:
    words = "We woke to white grass. It was quiet, and nobody hurried. " * 8
    head = "<!DOCTYPE html><html lang='en'><head><title>The first frost</title></head>"
    page = f"{head}<body><article><p>{words}</p></article></body></html>"
    report = json.loads(newsletter.run("new", "-", "--json", stdin=page).stdout)
    text = (newsletter.root / report["issue"] / "issue.md").read_text()
    assert "title: The first frost" in text
    assert "<p>" not in text


def test_an_issue_is_never_written_over_without_force(newsletter: Newsletter) -> None:
    (newsletter.root / "post.txt").write_text("A Title\n\nThe first words of it.")
    assert newsletter.run("new", "post.txt").exit_code == 0
    (file,) = (newsletter.root / "issues").glob("*/issue.md")
    file.write_text("mine")
    result = newsletter.run("new", "post.txt")
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert file.read_text() == "mine"
    assert newsletter.run("new", "post.txt", "--force").exit_code == 0
    assert "A Title" in file.read_text()


def test_a_missing_picture_and_a_missing_alt_text_are_reported(newsletter: Newsletter) -> None:
    (newsletter.root / "post.md").write_text("# A\n\n![](gone.png)\n\nWords.")
    report = json.loads(newsletter.run("new", "post.md", "--json").stdout)
    assert "alt text of gone.png" in report["missing"]
    assert "image gone.png: There is no such file." in report["missing"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("none.md", None, "no such file"),
        ("empty.md", b"  \n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not text"),
        ("odd.md", b'---\ntitle: "x\n---\nHello', "YAML"),
        ("open.md", b"---\ntitle: x\n\nHello", "no closing"),
        ("post.pages", b"x", "cannot be read"),
    ],
)
def test_a_source_that_cannot_be_read_leaves_nothing_behind(
    newsletter: Newsletter, name: str, data: bytes | None, words: str
) -> None:
    if data is not None:
        (newsletter.root / name).write_bytes(data)
    result = newsletter.run("new", name)
    assert result.exit_code == 2
    assert words in result.stderr
    assert name in result.stderr
    assert "Hint:" in result.stderr
    assert not (newsletter.root / "issues").exists()


def test_windows_text_is_read_as_its_writer_meant_it(newsletter: Newsletter) -> None:
    (newsletter.root / "post.txt").write_bytes("A Title\r\n\r\nIt’s “fine” – really.\r\n".encode("windows-1252"))
    assert newsletter.run("new", "post.txt").exit_code == 0
    (file,) = (newsletter.root / "issues").glob("*/issue.md")
    assert "It’s “fine” – really." in file.read_text(encoding="utf-8")


def test_an_address_that_is_not_of_the_web_is_named_whole(newsletter: Newsletter) -> None:
    for arguments in (["new"], ["new", "--list"]):
        result = newsletter.run(*arguments, "ftp://example.org/post")
        assert result.exit_code == 2
        assert "ftp://example.org/post: Only http and https addresses are fetched, not ftp." in result.stderr


def test_a_text_of_standard_input_has_no_name_to_take_for_a_title(newsletter: Newsletter) -> None:
    result = newsletter.run(
        "new",
        "-",
        stdin="One sentence, and nothing else.\n",
    )
    assert result.exit_code == 0
    assert "post" not in result.stderr
    assert "\n  title\n" in result.stderr


def test_a_post_without_a_date_gets_the_day_of_the_letter_and_says_so(newsletter: Newsletter) -> None:
    (newsletter.root / "post.txt").write_text("A walk\n\nWe went out early.\n")
    assert "\n  date: none found; the letter's is today's\n" in newsletter.run("new", "post.txt").stderr


@pytest.mark.parametrize("day", ["24.11.2026", "yesterday", "2026-02-30"])
def test_a_day_is_asked_for_as_people_write_it(newsletter: Newsletter, day: str) -> None:
    result = newsletter.run("new", "feed.xml", "--since", day)
    assert result.exit_code == 2
    assert f"“{day}” is not a day: write it like 2026-11-24." in result.stderr
    assert "%" not in newsletter.run("new", "--help").stdout


GERMAN = (
    "Lange Abende\n\nIm November sagen viele, die zu uns kommen, dasselbe: Die Abende sind lang, und sie sind schwer. "
    "Wir hören das in jedem Jahr, und es gibt ein paar Dinge, die helfen.\n"
)


def test_the_language_of_a_post_that_states_none_is_guessed(newsletter: Newsletter) -> None:
    (newsletter.root / "post.txt").write_text(GERMAN, encoding="utf-8")
    assert "the language: “de”" in newsletter.run("new", "post.txt").stderr
    (file,) = (newsletter.root / "issues").glob("*/issue.md")
    assert "language: de\n" in file.read_text(encoding="utf-8")
    (newsletter.root / "post.md").write_text(f"---\nlanguage: nl\n---\n# Other {GERMAN}", encoding="utf-8")
    assert "the language" not in newsletter.run("new", "post.md").stderr


def test_the_language_of_the_newsletter_is_no_guess(newsletter: Newsletter) -> None:
    settings = newsletter.root / "newsletter.toml"
    settings.write_text(settings.read_text().replace("[newsletter]", '[newsletter]\nlanguage = "de-AT"'))
    (newsletter.root / "post.txt").write_text(GERMAN, encoding="utf-8")
    assert "the language" not in newsletter.run("new", "post.txt").stderr
    (file,) = (newsletter.root / "issues").glob("*/issue.md")
    assert "language: de-AT\n" in file.read_text(encoding="utf-8")


def test_a_language_that_is_wrong_is_found_in_the_front_matter(newsletter: Newsletter) -> None:
    text = f"---\ntitle: Lange Abende\nlanguage: en\n---\n{GERMAN * 4}"
    file = newsletter.write_issue(text)
    stdout = newsletter.run("check", "--select", "document").stdout
    assert f"{file.relative_to(newsletter.root)}:3: serious:" in stdout
    assert "The words are in German: write it as language in the front matter, not en." in " ".join(stdout.split())
