"""The words around the content: what is missing or wrong in a file is named with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsletter.errors import LayoutError
from newsletter.rendering.layouts import load_layout

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = {
    "note = 5": ("“note” is not text", 'note = "words"'),
    "[note]\nx = 'y'": ("“note” is not text", 'note = "words"'),
    "unsubscrib = 'Out'": ("No layout asks for “unsubscrib”", "“unsubscribe”"),
    "unsubscribe = ' '": ("“unsubscribe” has no words", "Unsubscribe from these emails"),
    "why = 'You asked for it.'": ("“why” has no {name}", "{name}"),
    "why = 'You asked {nmae} for {name}.'": ("Nothing is put in the place of {nmae}", "Take it out"),
    "why = You asked for it": ("not TOML", "in quotes"),
}


def write(root: Path, language: str, text: str) -> Path:
    file = root / "layouts" / "base" / "strings" / f"{language}.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("text", FAULTS)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, text: str) -> None:
    file = write(tmp_path, "en", f"# Our words\n{text}")
    words, hint = FAULTS[text]
    with pytest.raises(LayoutError, match=words) as caught:
        load_layout(tmp_path, "letter", "en")
    assert (caught.value.file, caught.value.line) == (file, 2)
    assert hint in caught.value.hint


def test_a_new_language_needs_all_words(tmp_path: Path) -> None:
    file = write(tmp_path, "pt", "why = 'Recebe isto de {name}.'")
    with pytest.raises(LayoutError, match="no words for “browser”, “unsubscribe”, “image”") as caught:
        load_layout(tmp_path, "letter", "pt")
    assert caught.value.file == file
    assert "en.toml" in caught.value.hint


def test_a_layout_may_have_words_of_its_own_and_change_one(tmp_path: Path) -> None:
    write(tmp_path, "en", "greeting = 'Dear reader'\ncallout_note = ''\nunsubscribe = 'Stop these letters'")
    strings = load_layout(tmp_path, "letter", "en").strings
    assert (strings["greeting"], strings["callout_note"]) == ("Dear reader", "")
    assert strings["unsubscribe"] == "Stop these letters"
    assert strings["browser"] == "View this email in your browser"
