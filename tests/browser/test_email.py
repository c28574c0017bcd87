"""The built email in a real browser: axe-core on it, and nothing to scroll sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.chromium import open_email

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from newsletter.workflows.build import Build

pytestmark = pytest.mark.browser

WCAG_A_AND_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
READERS = {"desktop": (800, False), "phone": (375, False), "desktop, dark": (800, True), "phone, dark": (375, True)}


def find_violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    options = {"runOnly": {"type": "tag", "values": WCAG_A_AND_AA}}
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    assert result["passes"], "axe-core looked at nothing"
    return [f"{it['id']}: {node['html']}" for it in result["violations"] for node in it["nodes"]]


@pytest.mark.parametrize("reader", READERS)
def test_axe_finds_no_violation(browser: Browser, built: Build, axe: str, reader: str) -> None:
    width, is_dark = READERS[reader]
    with open_email(browser, built.folder / "email.html", built.source, width=width, is_dark=is_dark) as page:
        assert find_violations(page, axe) == []


def test_axe_sees_what_is_wrong(browser: Browser, axe: str, tmp_path: Path) -> None:
    email = tmp_path / "email.html"
    email.write_text('<!DOCTYPE html><html lang="en"><title>A</title><body><img src="a.png"></body></html>', "utf-8")
    with open_email(browser, email, tmp_path, width=800) as page:
        assert [found.split(":")[0] for found in find_violations(page, axe)] == ["image-alt"]


@pytest.mark.parametrize("width", [320, 800])
def test_text_at_twice_its_size_grows_and_stays_inside(browser: Browser, built: Build, width: int) -> None:
    size = "() => parseFloat(getComputedStyle(document.querySelector('.page td div')).fontSize)"
    with open_email(browser, built.folder / "email.html", built.source, width=width) as page:
        before = page.evaluate(size)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(size) == pytest.approx(2 * before)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 800])
def test_without_pictures_their_words_have_a_background(
    browser: Browser, built: Build, tmp_path: Path, width: int
) -> None:
    seen = """[...document.images].map(image => {
        const style = getComputedStyle(image);
        return [image.alt, style.backgroundColor, style.color];
    })"""
    with open_email(browser, built.folder / "email.html", tmp_path, width=width) as page:
        pictures = page.evaluate(seen)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert pictures
    for words, background, colour in pictures:
        assert words
        assert background not in {colour, "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("width", [320, 375, 800])
def test_nothing_to_scroll_sideways(browser: Browser, built: Build, width: int) -> None:
    with open_email(browser, built.folder / "email.html", built.source, width=width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_pictures_are_seen(browser: Browser, built: Build) -> None:
    with open_email(browser, built.folder / "email.html", built.source, width=800) as page:
        widths = page.evaluate("[...document.images].map(image => image.naturalWidth)")
    assert widths
    assert all(width > 0 for width in widths)


def test_dark_mode_is_dark(browser: Browser, built: Build) -> None:
    seen = "[...document.querySelectorAll('h1')].map(heading => getComputedStyle(heading).color)"
    colours = []
    for is_dark in (False, True):
        with open_email(browser, built.folder / "email.html", built.source, width=800, is_dark=is_dark) as page:
            colours.append(page.evaluate(seen))
    assert colours[0] != colours[1]
