"""Lists of words: what ships, what a newsletter adds and silences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from newsletter.checks.wording.entries import DATA, shipped_list
from newsletter.checks.wording.matching import match_entry

if TYPE_CHECKING:
    from tests.conftest import Newsletter

LANGUAGES = sorted(file.stem for file in DATA.glob("*.toml"))
OWN = """
[[words]]
name = "service-user"
pattern = "service[- ]users?"
suggestion = "people who come to us"
reason = "Visitors dislike it."
source = "Visitors' council"
"""
POST = """---
title: A slow morning
subject: {subject}
preheader: Three small things that make the first hour of a day easier to bear.
language: en
date: 2026-11-24
---
{body}
"""


def found_in(text: str, language: str = "en") -> set[str]:
    return {entry.name for entry in shipped_list(language).words if match_entry(entry, text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_complete(language: str) -> None:
    words = shipped_list(language)
    for entry in (*words.words, *words.pressure):
        assert re.fullmatch(r"[\w-]+", entry.name)
        assert entry.suggestion
        assert entry.reason.endswith(".")
        assert re.search(r"[A-Z]", entry.source)
        assert entry.regex
    names = [entry.name for entry in (*words.words, *words.pressure)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She suffers from panic.", "suffers-from"),
        ("They committed suicide.", "committed-suicide"),
        ("He is a non-compliant client.", "non-compliant"),
        ("The victim came back.", "victim"),
        ("That is crazy.", "crazy"),
        ("He is wheelchair-bound.", "wheelchair-bound"),
        ("Help for the elderly.", "elderly"),
    ],
)
def test_words_that_hurt(text: str, name: str) -> None:
    assert found_in(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "He told her that he would come, and she came.",
        "We talk about abuse.",
        "There is justice, and just a little time.",
        "“That is crazy,” she said.",
        "I saw the film Crazy Heart.",
        "We played crazy golf.",
        "The garden suffered in the frost.",
        "The team suffers from a lack of sleep.",
        "Committed people committed to help.",
        "Call Victim Support.",
        "This page is non-compliant with WCAG.",
        "Clean the house, and get clean water.",
        "The elderly man sat down.",
        "She is the normal height.",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert found_in(text) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Sie leidet an Angst."),
        ("fr", "Elle souffre de panique."),
        ("es", "Cometió suicidio."),
        ("nl", "Zij lijdt aan angst."),
    ],
)
def test_other_languages(language: str, text: str) -> None:
    assert len(found_in(text, language)) == 1


def write(newsletter: Newsletter, body: str, subject: str = "A slow morning by the water") -> str:
    newsletter.write_issue(POST.format(subject=subject, body=body))
    return newsletter.run("check", "--select", "wording").output


def test_a_newsletter_adds_and_silences(newsletter: Newsletter) -> None:
    settings = newsletter.root / "newsletter.toml"
    body = "Our service users are kind.\n\nThat is crazy."
    assert "crazy" in write(newsletter, body)
    settings.write_text(settings.read_text() + '\n[wording]\nwords = "own.toml"\nsilence = ["crazy"]\n')
    (newsletter.root / "own.toml").write_text(OWN)
    printed = write(newsletter, body)
    assert "issue.md:8" in printed
    assert "Visitors dislike it" in printed
    assert "crazy" not in printed


@pytest.mark.parametrize("text", [None, "[[words", "[[words]]\nname = 'x'", OWN.replace("users?", "(")])
def test_a_list_that_is_wrong(newsletter: Newsletter, text: str | None) -> None:
    settings = newsletter.root / "newsletter.toml"
    settings.write_text(settings.read_text() + '\n[wording]\nwords = "own.toml"\n')
    if text is not None:
        (newsletter.root / "own.toml").write_text(text)
    printed = write(newsletter, "Hello.")
    assert "own.toml" in printed
    assert "Hint:" in printed


def test_pressure_in_the_subject(newsletter: Newsletter) -> None:
    assert "last chance" in write(newsletter, "Hello.", "Your last chance to come").lower()
    assert "nothing found" in write(newsletter, "This is the last chance to see the boats.")


def test_a_callout_at_the_start_is_a_note_and_a_service_is_help(newsletter: Newsletter) -> None:
    assert "content-note-missing" in write(newsletter, "We lost him to suicide.")
    printed = write(newsletter, "> [!NOTE]\n> Content note: suicide.\n\nWe lost him to suicide. Call Samaritans.")
    assert "nothing found" in printed


def test_own_words_and_the_grade_hold_for_files_too(newsletter: Newsletter) -> None:
    settings = newsletter.root / "newsletter.toml"
    settings.write_text(
        settings.read_text() + '\n[reading]\ngrade = 2\n[wording]\nwords = "own.toml"\nsilence = ["crazy"]\n'
    )
    (newsletter.root / "own.toml").write_text(OWN)
    body = f"<p>Our service users are kind. That is crazy.</p>{'<p>We sat by the sea and ate our bread.</p>' * 15}"
    (newsletter.root / "letter.html").write_text(f'<html lang="en"><body>{body}</body></html>')
    (newsletter.root / "letter.eml").write_text(
        f"Subject: Hello\nContent-Type: text/html\n\n<html lang=en>{body}</html>\n"
    )
    for name in ("letter.html", "letter.eml"):
        printed = newsletter.run("check", "--select", "wording", "--select", "text", name).output
        assert "Visitors dislike it" in printed
        assert "crazy" not in printed.replace("That is crazy", "")
        assert "above 2" in printed
