"""The words around the content are there in each language, and all differ from English ones that they stand for."""

from __future__ import annotations

import datetime
import tomllib

import pytest

from newsletter.rendering.languages import DIGIT_GROUPS, write_date
from newsletter.rendering.shelves import packaged_layouts

LANGUAGES = ("en", "de", "fr", "es", "nl", "ar", "he")
# Spelled as in English.
SAME = {("fr", "image"), ("fr", "note"), ("fr", "callout_important"), ("nl", "callout_tip")}


def strings_of(language: str) -> dict[str, str]:
    file = packaged_layouts() / "base" / "strings" / f"{language}.toml"
    return {name: str(words) for name, words in tomllib.loads(file.read_text("utf-8")).items()}


def test_the_languages_are_those_that_are_promised() -> None:
    folder = packaged_layouts() / "base" / "strings"
    assert sorted(file.stem for file in folder.glob("*.toml")) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_no_words_are_missing_or_left_in_english(language: str) -> None:
    own, english = strings_of(language), strings_of("en")
    assert set(own) == set(english)
    for name, words in own.items():
        assert words.strip()
        for place in ("{name}", "{label}", "{title}"):
            assert (place in words) == (place in english[name]), name
        assert words != english[name] or (language, name) in SAME, name


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "24 November 2026"),
        ("en-US", "November 24, 2026"),
        ("de", "24. November 2026"),
        ("fr", "24 novembre 2026"),
        ("es", "24 de noviembre de 2026"),
        ("nl", "24 november 2026"),
        ("ar", "24 نوفمبر 2026"),
        ("he", "24 בנובמבר 2026"),
        ("qq", "2026-11-24"),
    ],
)
def test_a_date_is_written_as_its_language_does(language: str, written: str) -> None:
    # Marks of direction are not seen.
    assert write_date(datetime.date(2026, 11, 24), language).replace("\u200f", "") == written


@pytest.mark.parametrize(
    "words", ["+44 1632 960123", "0800‑111‑222", "(030) 123 45 67", "+49 (0)30/1234567", "٠٨٠٠ ١١١ ٢٢٢", "50 000 000"]
)
def test_groups_of_digits_are_found_whole(words: str) -> None:
    assert DIGIT_GROUPS.findall(f"a {words}, b.") == [words]


@pytest.mark.parametrize("words", ["24.11.2026", "09:00–12:30", "2020-2026", "1,234", "50 60", "room-1234567"])
def test_other_figures_keep_the_order_of_the_words(words: str) -> None:
    assert DIGIT_GROUPS.findall(f"a {words}, b.") == []
