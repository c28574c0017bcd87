"""CSV between this program and a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from newsletter.workflows.spreadsheet import CHUNK_BYTES, arm, defuse, open_sheet

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = st.text() | st.text(alphabet="'=+-@\t\rab")


@given(FIELDS)
def test_no_field_runs_and_each_comes_back(text: str) -> None:
    assert not defuse(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert arm(defuse(text)) == text


def test_a_letter_across_two_chunks_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    filling = "a" * (CHUNK_BYTES - len("email,name\nx@example.org,") - 1)
    file.write_text(f"email,name\nx@example.org,{filling}é\n", encoding="utf-8")
    with open_sheet(file) as sheet:
        assert sheet.header.encoding == "utf-8"
        assert [row["name"][-1] for _, row in sheet.rows] == ["é"]


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text('email;name\n\n"a";"two\nlines"\nb;c;d;e\n;\nc\n')
    with open_sheet(file) as sheet:
        assert list(sheet.rows) == [
            (3, {"email": "a", "name": "two\nlines"}),
            (5, {"email": "b", "name": "c"}),
            (7, {"email": "c"}),
        ]
