"""Words of a table stay whole where they fit a narrow phone with letters of twice the size, and break where not."""

from __future__ import annotations

from newsletter.model import Table, Text
from newsletter.rendering.tables import breaking_columns


def table(*rows: tuple[str, ...]) -> Table:
    cells = [tuple((Text(words),) for words in row) for row in rows]
    return Table(cells[0], tuple(cells[1:]))


def test_short_words_stay_whole_and_long_ones_may_break() -> None:
    prices = table(("Visit", "Price"), ("Accessibility appointment", "free"))
    assert breaking_columns(prices, size=16, margins=48) == {0}
    assert breaking_columns(table(("Day", "Time"), ("Monday", "nine")), size=16, margins=48) == set()


def test_many_columns_all_get_narrow() -> None:
    assert breaking_columns(table(("alpha", "beta", "gamma", "delta", "eps")), size=16, margins=48) >= {0, 2, 3}


def test_less_room_and_larger_letters_break_more() -> None:
    words = table(("Visit", "Price"), ("a", "b"))
    assert breaking_columns(words, size=16, margins=48) == set()
    assert len(breaking_columns(words, size=16, margins=96 + 48)) == 1
    assert len(breaking_columns(words, size=24, margins=48)) == 1


def test_wide_letters_count_twice() -> None:
    assert breaking_columns(table(("手紙手紙手紙", "a")), size=16, margins=48) == {0}
