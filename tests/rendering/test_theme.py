"""theme.toml is checked where it was written, and no theme leaves text that is hard to read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.content.issues import read_issue
from newsletter.contrast import contrast_of, nearest_passing
from newsletter.errors import LayoutError
from newsletter.rendering.layouts import load_layout
from newsletter.rendering.render import render
from newsletter.rendering.shelves import packaged_layouts
from newsletter.settings import find_settings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsletter

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


FAULTS = {
    "[light]\ntxet = '#000000'": (2, "txet", "text"),
    "[lite]\ntext = '#000000'": (1, "lite", "light"),
    "[light]\ntext = 'red'": (2, "text", "six digits"),
    "[light]\n\ntext = '#888888'": (3, "contrast", "nearest text that passes is #"),
    "[dark]\nbutton_text = '#ffffff'": (2, "button_text", "nearest button_text"),
    "[type]\nsize = 12": (2, "at least 16", "pixels"),
    "[type]\nline_height = 1.2": (2, "at least 1.5", "as in 1.6"),
    "[type]\nline_height = '1.6'": (2, "expected a number, got text", "without quotes"),
    "[light]\n\ntext = ": (3, "not TOML", "in quotes"),
    "[light]\ntext = ''": (2, "text = “”", "six digits"),
    "[social]\n'' = 'https://a.example/'": (2, "a link has no words", "https://"),
    "light = ['a']": (1, "“light” is a section", "on a line of its own"),
    "text = '#000000'": (1, "no section [text]", "below [light]"),
    "\n[theme.light]\ntext = '#000000'": (2, "no section [theme]", "light"),
    "[type]\nsize = '18px'": (2, "whole number", "without quotes"),
    "[type]\nfamily = 'Georgia; } body { color: red'": (2, "family", "commas"),
    "[logo]\nsource = 'http://a.example/l.png'": (2, "source", "https://"),
    "[social]\nMastodon = 'javascript:x'": (2, "javascript:x", "https://"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_theme_that_cannot_be_used_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "layouts" / "letter" / "theme.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    line, words, hint = FAULTS[text]
    with pytest.raises(LayoutError) as caught:
        load_layout(tmp_path, "letter", "en")
    assert (caught.value.file, caught.value.line) == (file, line)
    assert words in caught.value.message
    assert hint in caught.value.hint


def test_a_background_that_hides_text_is_named_in_the_file_that_has_it(tmp_path: Path) -> None:
    file = tmp_path / "layouts" / "letter" / "theme.toml"
    file.parent.mkdir(parents=True)
    file.write_text("[light]\npaper = '#2b2a28'", encoding="utf-8")
    with pytest.raises(LayoutError, match="on paper #2b2a28") as caught:
        load_layout(tmp_path, "letter", "en")
    assert caught.value.file == file


@pytest.mark.parametrize("file", sorted(packaged_layouts().glob("*/layout.mjml")), ids=lambda file: file.parent.name)
def test_the_themes_that_come_with_the_program_pass(tmp_path: Path, file: Path) -> None:
    theme = load_layout(tmp_path, file.parent.name, "en").theme
    assert theme.type.size >= 16


@given(colours, colours)
def test_the_nearest_colour_passes_and_one_that_passes_stays(text: str, background: str) -> None:
    found = nearest_passing(text, background)
    assert contrast_of(found, background) >= 4.5
    assert (found == text) == (contrast_of(text, background) >= 4.5)


def test_contrast_as_the_specification_has_it() -> None:
    assert contrast_of("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_of("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_a_logo_and_social_links_are_shown_with_words(newsletter: Newsletter) -> None:
    file = newsletter.root / "layouts" / "letter" / "theme.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[logo]\nsource = "https://a.example/l.png"\n[social]\nMastodon = "https://m.example/@a"', "utf-8")
    html = render(read_issue(newsletter.write_issue(), "en"), find_settings(newsletter.root)).html
    assert 'alt="Logo of Letters from the Quay"' in html
    assert re.search(r'href="https://m\.example/@a"[^>]*>Mastodon<', html)


@pytest.mark.parametrize("small", [14, 15, 16, 17, 18, 20, 24])
def test_links_in_letters_of_any_size_are_24_px_high_and_apart(newsletter: Newsletter, small: int) -> None:
    file = newsletter.root / "layouts" / "letter" / "theme.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f"[type]\nsize = {max(small, 16)}\nsmall = {small}\nline_height = 1.5", "utf-8")
    html = render(read_issue(newsletter.write_issue(), "en"), find_settings(newsletter.root)).html
    footer = html[html.index('class="footer"') :]
    line = re.search(r"line-height:([\d.]+)", footer)
    room = re.search(r"<a [^>]*padding:([\d.]+)(?:px)? 0", footer)
    assert line
    assert room
    # Letters with what hangs below the line take 1.1 to 1.16 em in the usual families.
    assert 1.1 * small + 2 * float(room[1]) >= 24
    assert 1.16 * small + 2 * float(room[1]) <= float(line[1]) * small
