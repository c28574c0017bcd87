"""A table becomes a list where its words do not fit; where it cannot, short words and figures stay whole."""

from __future__ import annotations

import pytest

from newsletter.model import Table, Text
from newsletter.rendering.tables import measure_table


def breaks(*rows: tuple[str, ...], size: int = 16, margins: int = 48) -> list[bool]:
    return [it.breaks for it in measure_table(table(*rows), size, margins).columns]


def shares(*rows: tuple[str, ...]) -> list[int]:
    return [it.share for it in measure_table(table(*rows), 16, 48).columns]


def figures(*rows: tuple[str, ...]) -> list[bool]:
    return [it.has_figures for it in measure_table(table(*rows), 16, 48).columns]


def stacks(*rows: tuple[str, ...], size: int = 16, margins: int = 48) -> int:
    return measure_table(table(*rows), size, margins).stacks_below


def table(*rows: tuple[str, ...]) -> Table:
    cells = [tuple((Text(words),) for words in row) for row in rows]
    return Table(cells[0], tuple(cells[1:]))


def test_short_words_stay_whole_and_long_ones_may_break() -> None:
    assert breaks(("Visit", "Price"), ("Donaudampfschifffahrtselektrizität", "free")) == [True, False]
    assert breaks(("Visit", "Price"), ("Accessibility", "free")) == [False, False]


def test_a_column_whose_words_break_keeps_room_for_some_letters() -> None:
    four = ("Zeitpunkt", "Ansprechpartnerin", "Gemeindehaus", "Bemerkungen")
    assert breaks(four) == [False, True, True, True]


def test_less_room_and_larger_letters_break_more() -> None:
    words = (("Accessibility", "Price"), ("a", "b"))
    assert breaks(*words) == [False, False]
    assert breaks(*words, margins=96 + 48) != [False, False]
    assert breaks(*words, size=32) != [False, False]


def test_wide_letters_count_twice() -> None:
    assert stacks(("手紙手紙手紙手紙", "a")) > stacks(("letterle", "a"))


def test_figures_stay_whole_before_words_do() -> None:
    rows = ("Beratungsstelle", "2024", "2025", "2026"), ("Friedrichshain", "€1,234.50", "€12,345", "12.5 %")
    assert breaks(*rows) == [True, False, False, False]


@pytest.mark.parametrize(
    "cell",
    [
        "1,234",
        "£12,345",
        "12.5 %",
        "+9.0 %",
        "09:00–12:30",
        "24.11.2026",
        "50 minutes",
        "CHF 20.–",
        "١١٬٩٨٠",
        "٥٠ دقيقة",
    ],
)
def test_figures_are_told_from_words(cell: str) -> None:
    assert figures(("a", "b"), ("in the town", cell), ("here", "–"), ("there", cell)) == [False, True]


@pytest.mark.parametrize("cell", ["Room 4 or 5", "24 November 2026", "4 chairs by the door", "free", "–"])
def test_words_with_a_number_among_them_are_no_figures(cell: str) -> None:
    assert figures(("a",), (cell,), (cell,)) == [False]


@pytest.mark.parametrize(
    ("rows", "window"),
    [
        ([("A", "B"), ("one", "two")], 0),
        ([("Day", "Time", "Price"), ("Monday", "nine", "free")], 15),
        ([("Visit", "Length", "Price"), ("Accessibility", "50 minutes", "£20")], 20),
        ([("Day", "Morning", "Afternoon"), ("Wednesday", "09:00–12:30", "13:30–17:00")], 24),
        ([("Month", "Visits", "Income", "Costs", "Share"), ("September", "1,234", "£12,345", "£9,876", "12.5 %")], 30),
        ([("Wednesday",) * 12], 40),
    ],
)
def test_a_table_is_a_list_in_windows_that_it_does_not_fit(rows: list[tuple[str, ...]], window: int) -> None:
    assert stacks(*rows) == window


def test_what_stands_around_a_table_and_large_letters_make_it_a_list_sooner() -> None:
    rows = ("Visit", "Length", "Price"), ("Accessibility", "50 minutes", "£20")
    assert stacks(*rows, margins=108) == 24
    assert stacks(*rows, size=20) == 24


def test_a_table_with_room_for_all_words_is_left_to_the_browser() -> None:
    assert shares(("Day", "Time"), ("Monday", "nine")) == [0, 0]


@pytest.mark.parametrize("times", [1, 40])
def test_a_column_has_room_for_its_longest_word_before_others_get_more(times: int) -> None:
    long, short = shares(("Beratungsstellenverzeichnis", "Ort"), ("a", "in der Stadt " * times))
    assert long >= 75
    assert short >= 15
    assert long + short == 100


def test_more_words_get_more_of_what_is_left() -> None:
    rows = ("Thursday", "Thursday", "Gemeindehausverein"), ("a", "a chair near the door and a softer light", "b")
    day, remarks, _ = shares(*rows)
    assert day < remarks


def test_there_is_room_for_all_words_where_a_letter_is_as_wide_as_they_are() -> None:
    wide = table(("Montag", "Einzelgespräche", "Gruppe", "Einzelgespräche"), ("a", "b", "c", "d"))
    assert [measure_table(wide, 16, 48, width).fits for width in (320, 640)] == [False, True]
