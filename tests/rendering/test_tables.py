"""Words of a table stay whole where they fit a narrow phone, and each column has room for its words."""

from __future__ import annotations

import pytest

from newsletter.model import Table, Text
from newsletter.rendering.tables import measure_columns


def breaks(*rows: tuple[str, ...], size: int = 16, margins: int = 48) -> list[str]:
    return [it.breaks for it in measure_columns(table(*rows), size, margins)]


def shares(*rows: tuple[str, ...]) -> list[int]:
    return [it.share for it in measure_columns(table(*rows), 16, 48)]


def table(*rows: tuple[str, ...]) -> Table:
    cells = [tuple((Text(words),) for words in row) for row in rows]
    return Table(cells[0], tuple(cells[1:]))


def test_short_words_stay_whole_and_long_ones_may_break() -> None:
    assert breaks(("Visit", "Price"), ("Accessibility", "free")) == ["breaks-large", ""]
    assert breaks(("Visit", "Price"), ("Donaudampfschifffahrtselektrizität", "free")) == ["breaks", ""]
    assert breaks(("Day", "Time"), ("Monday", "nine")) == ["", ""]


def test_a_column_whose_words_break_keeps_room_for_some_letters() -> None:
    four = ("Zeitpunkt", "Ansprechpartnerin", "Gemeindehaus", "Bemerkungen")
    assert breaks(four) == ["breaks-large", "breaks", "breaks", "breaks"]


def test_less_room_and_larger_letters_break_more() -> None:
    words = (("Visit", "Price"), ("a", "b"))
    assert breaks(*words) == ["", ""]
    assert breaks(*words, margins=96 + 48) != ["", ""]
    assert breaks(*words, size=24) != ["", ""]


def test_wide_letters_count_twice() -> None:
    assert breaks(("手紙手紙手紙手紙", "a")) == ["breaks-large", ""]


def test_a_table_with_room_for_all_words_is_left_to_the_browser() -> None:
    assert shares(("Day", "Time"), ("Monday", "nine")) == [0, 0]


@pytest.mark.parametrize("times", [1, 40])
def test_a_column_has_room_for_its_longest_word_before_others_get_more(times: int) -> None:
    long, short = shares(("Beratungsstelle", "Ort"), ("a", "in der Stadt " * times))
    # At 16 px and bold, the long word takes some 150 of the 272 CSS pixels of a narrow phone.
    assert long >= 55
    assert short >= 20
    assert long + short == 100


def test_more_words_get_more_of_what_is_left() -> None:
    day, remarks = shares(("Wednesday", "Remarks"), ("a", "a chair near the door and a softer light"))
    assert day < remarks
