"""Each layout in a real browser, as different people see it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import find_violations
from tests.browser.chromium import VIEWS
from tests.browser.samples import NAMES

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.chromium import Reader
    from tests.browser.samples import Sample

pytestmark = pytest.mark.browser

QUESTIONS = (Path(__file__).parent / "questions.js").read_text(encoding="utf-8")


def ask(page: Page) -> dict[str, list[str]]:
    """Ask everything of the page, and keep what has an answer."""
    answers: dict[str, list[str]] = page.evaluate(QUESTIONS)
    return {question: found for question, found in answers.items() if found}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", NAMES)
def test_everything_is_in_its_place_and_can_be_read(
    reader: Reader, samples: dict[str, Sample], name: str, view: str
) -> None:
    sample = samples[name]
    assert ask(reader.open(sample.email, sample.pictures, VIEWS[view])) == {}


@pytest.mark.parametrize("view", ["desktop", "dark", "narrow", "images off, dark, narrow", "large, narrow"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_no_violation(reader: Reader, samples: dict[str, Sample], axe: str, name: str, view: str) -> None:
    sample = samples[name]
    assert find_violations(reader.open(sample.email, sample.pictures, VIEWS[view]), axe) == []


def test_pictures_are_seen_and_without_them_their_words(reader: Reader, samples: dict[str, Sample]) -> None:
    seen = "[...document.images].map(image => [image.alt, image.naturalWidth, getComputedStyle(image).backgroundColor])"
    sample = samples["letter-en"]
    with_pictures = reader.open(sample.email, sample.pictures, VIEWS["narrow"]).evaluate(seen)
    assert len(with_pictures) == 3
    assert all(width > 0 for _, width, _ in with_pictures)
    without = reader.open(sample.email, sample.pictures, VIEWS["images off"]).evaluate(seen)
    # The poster of a video stands beside its words, in the same link.
    words = [words for words, _, _ in without]
    assert words == [
        "Two green armchairs stand at an angle beside a wide window.",
        "",
        "A lamp shines above a blue front door.",
    ]
    assert all((width, ground != "rgba(0, 0, 0, 0)") == (0, True) for _, width, ground in without)


def test_dark_mode_is_dark_and_leaves_no_light_ground(reader: Reader, samples: dict[str, Sample]) -> None:
    grounds = "[...document.querySelectorAll('td, div, p')].map(it => getComputedStyle(it).backgroundColor)"
    sample = samples["digest-en"]
    light = set(reader.open(sample.email, sample.pictures, VIEWS["desktop"]).evaluate(grounds))
    dark = set(reader.open(sample.email, sample.pictures, VIEWS["dark"]).evaluate(grounds))
    assert light & dark == {"rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("name", ["letter-en", "announcement-ar"])
def test_letters_follow_the_size_that_a_reader_has_chosen(
    reader: Reader, samples: dict[str, Sample], name: str
) -> None:
    size = """words => [...document.querySelectorAll(words)].filter(it => it.innerText.trim())
        .map(it => parseFloat(getComputedStyle(it).fontSize))"""
    sample = samples[name]
    words = "p, li, h2, th, .data td, pre, figcaption, caption, .button a"
    before = reader.open(sample.email, sample.pictures, VIEWS["desktop"]).evaluate(size, words)
    after = reader.open(sample.email, sample.pictures, VIEWS["large"]).evaluate(size, words)
    assert len(before) > 30
    assert after == pytest.approx([2 * it for it in before])


def test_no_letter_comes_from_a_font_of_the_machine(reader: Reader, samples: dict[str, Sample]) -> None:
    for name in ("letter-en", "announcement-ar", "letter-he"):
        sample = samples[name]
        fonts = reader.fonts_used(sample.email, sample.pictures)
        assert len(fonts) >= 2
        assert [font for font in fonts if not font["isCustomFont"]] == []
