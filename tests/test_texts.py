"""Files that people wrote: what cannot be read is said with its line, in every kind of file alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsletter.errors import LayoutError, SettingsError
from newsletter.settings import read_settings
from newsletter.texts import read_text, read_toml

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = {
    "a = 1\nb = #aabbcc": (2, 5, "in quotes"),
    "a = 1\na = 2\n": (2, 6, "keep one"),
    "a = 'x\n": (1, None, "Close the quotes"),
    'a = "x\nb = 1': (1, 7, "Close the quotes"),
    'a = """x\n': (1, None, "Close the quotes"),
    "\n[a\n": (2, 3, "[name]"),
    "[a]\n[a]": (2, 3, "twice"),
    "a: 1": (1, 2, 'name = "value"'),
    "a = 1 b = 2": (1, 7, "new line"),
    "!": (1, 1, "#"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_what_is_not_toml_has_a_line_a_column_and_a_way_out(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LayoutError, match="This is not TOML: ") as caught:
        read_toml(file, LayoutError)
    line, column, hint = FAULTS[text]
    assert (caught.value.file, caught.value.line, caught.value.column) == (file, line, column)
    assert " line " not in caught.value.message
    assert hint in caught.value.hint


def test_settings_say_it_in_the_same_way(tmp_path: Path) -> None:
    file = tmp_path / "newsletter.toml"
    file.write_text("[newsletter]\nname = x", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"newsletter\.toml:2:8: This is not TOML: invalid value\."):
        read_settings(file)


def test_what_is_no_text_of_ours_is_named(tmp_path: Path) -> None:
    (tmp_path / "old.css").write_bytes("a\n\nö".encode("latin-1"))
    with pytest.raises(LayoutError, match=r"old\.css:3: This is not UTF-8\."):
        read_text(tmp_path / "old.css", LayoutError)
    with pytest.raises(LayoutError, match="is a folder"):
        read_text(tmp_path, LayoutError)
    with pytest.raises(LayoutError, match="no such file"):
        read_text(tmp_path / "gone.css", LayoutError)
