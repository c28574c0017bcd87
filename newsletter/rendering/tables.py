"""How wide the columns of a table are, and which may break inside words, so that no table is wider than a small phone.

A box that scrolls would be the usual way, but Gmail takes `overflow` away (caniemail.com, css-overflow), and cells that
stack lose their headers for who cannot see them. So words break, and only where nothing else helps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.blocks import plain_text
from newsletter.rendering.letters import longest_word_in_em, width_in_em

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsletter.model import Inlines, Table

# WCAG 2.2, 1.4.10 and 1.4.4: the narrowest screen in CSS pixels, and how far letters grow.
NARROWEST, LARGEST = 320, 2
# A usual phone, and the letter itself on a desktop.
SCREENS = (NARROWEST, 375, 640)
# What a cell keeps free at its sides, in CSS pixels.
SIDES = 8
# Usual letters beside bold ones, and what a column with words that break keeps at least, in em.
REGULAR, LEAST = 0.87, 1.4


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `breaks` names when its words may break: empty for never, `breaks-large` in large letters on a narrow screen,
    `breaks` always. `share` is its part of the width, in per cent; 0 where browsers do better alone.
    """

    breaks: str
    share: int


def measure_columns(table: Table, size: int, margins: int) -> tuple[Column, ...]:
    """Measure the columns of a table.

    `size` is that of the table's letters, `margins` what stands free beside the table, in CSS pixels.
    """
    columns = [[row[number] for row in table.rows if number < len(row)] for number in range(len(table.header))]
    cells = list(zip(table.header, columns, strict=True))
    words = [_widest(longest_word_in_em, header, column) for header, column in cells]
    room = NARROWEST - margins - SIDES * len(words)
    always, large = _find_breaking(words, room / size), _find_breaking(words, room / (size * LARGEST))
    if not large:
        return tuple(Column("", 0) for _ in words)
    most = [_widest(width_in_em, header, column) * size + SIDES for header, column in cells]
    shares = _share([it * size + SIDES for it in words], most, margins)
    names = ["breaks" if it in always else "breaks-large" if it in large else "" for it in range(len(words))]
    return tuple(map(Column, names, shares))


def _widest(measure: Callable[[str], float], header: Inlines, column: Sequence[Inlines]) -> float:
    """Measure a column's widest part, in em; its header is bold."""
    return max(measure(plain_text(header)), *(measure(plain_text(it)) * REGULAR for it in column), 0)


def _find_breaking(words: Sequence[float], room: float) -> frozenset[int]:
    """Keep the short words whole for which there is room, in em; find the columns of the others."""
    breaking = set(range(len(words)))
    for column in sorted(breaking, key=lambda it: words[it]):
        room -= words[column]
        if room < sum(min(words[it], LEAST) for it in breaking - {column}):
            break
        breaking.remove(column)
    return frozenset(breaking)


def _share(least: Sequence[float], most: Sequence[float], margins: int) -> list[int]:
    """Share the narrowest screen on which all words stay whole.

    Each column gets what its longest word needs, and of what is left the more the more words it has in a cell.
    """
    rooms = [screen - margins for screen in SCREENS]
    room = next((it for it in rooms if it >= sum(least)), rooms[-1])
    # A word that fits no phone breaks anyway.
    least = [min(it, rooms[0]) for it in least]
    more = [max(0, high - low) for low, high in zip(least, most, strict=True)]
    left = min(1, max(0, room - sum(least)) / (sum(more) or 1))
    widths = [low + left * it for low, it in zip(least, more, strict=True)]
    return [round(100 * it / sum(widths)) for it in widths]
