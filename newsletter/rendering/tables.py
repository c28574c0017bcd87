"""How wide the columns of a table are, and on which screens its rows become lists, so that no table is too wide.

A box that scrolls would be the usual way, but Gmail takes `overflow` away (caniemail.com, css-overflow). So below the
width that its words need, a table's rows are written one cell to a line, each behind the words of its header. Where a
program knows no media queries, words break, and figures last.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.blocks import plain_text
from newsletter.rendering.letters import longest_word_in_em, width_in_em

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsletter.model import Inlines, Table

# WCAG 2.2, 1.4.10: the narrowest screen in CSS pixels.
NARROWEST = 320
# A usual phone, and the letter itself on a desktop.
SCREENS = (NARROWEST, 375, 640)
# Widths of a window in letters of 16 px, for a narrow phone with letters of twice the size up to a desktop.
STEPS = (15, 20, 24, 30, 40)
LETTER = 16
WIDEST = STEPS[-1] * LETTER
# What a cell keeps free at its sides, in CSS pixels.
SIDES = 8
# Usual letters beside bold ones, and what a column with words that break keeps at least, in em.
REGULAR, LEAST = 0.87, 1.4
# A sum, a share, a time or a number of minutes: digits, between letters of a currency and of a unit at most.
_FIGURE = re.compile(r"(?:[^\W\d]{1,3}[\s.]*)?\W{0,3}\d[\d\W]*[^\W\d]{0,8}\W?")
_FIGURE_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `breaks`: its words break on a narrow phone. `share` is its part of the width, in per cent; 0 where browsers do
    better alone. `has_figures`: no cell breaks between its words.
    """

    breaks: bool
    share: int
    has_figures: bool


@dataclass(frozen=True, slots=True)
class Measures:
    """A table's columns, and the window in em below which its rows are lists; 0 where it fits each phone.

    `fits`: in a wider window there is room for all of its words.
    """

    columns: tuple[Column, ...]
    stacks_below: int
    fits: bool


@functools.lru_cache(maxsize=256)
def measure_table(table: Table, size: int, margins: int, width: int = WIDEST) -> Measures:
    """Measure a table.

    `size` is that of the table's letters, `margins` what stands free beside the table, and `width` that of the letter,
    in CSS pixels.
    """
    columns = [[row[number] for row in table.rows if number < len(row)] for number in range(len(table.header))]
    cells = list(zip(table.header, columns, strict=True))
    figures = [_are_figures(column) for column in columns]
    words = [
        max(_widest(longest_word_in_em, header, column), _widest(width_in_em, (), column) if whole else 0)
        for (header, column), whole in zip(cells, figures, strict=True)
    ]
    margins_with_sides = margins + SIDES * len(words)
    needed = sum(words) * size + margins_with_sides
    stacks_below, fits = _find_step(needed / LETTER), needed <= width
    breaking = _find_breaking(words, figures, (NARROWEST - margins_with_sides) / size)
    if not breaking:
        return Measures(tuple(Column(breaks=False, share=0, has_figures=it) for it in figures), stacks_below, fits)
    most = [_widest(width_in_em, header, column) * size + SIDES for header, column in cells]
    shares = _share([it * size + SIDES for it in words], most, margins)
    named = zip(shares, figures, strict=True)
    return Measures(tuple(Column(it in breaking, *rest) for it, rest in enumerate(named)), stacks_below, fits)


def _find_step(needed: float) -> int:
    """Find the window that is wide enough; one as narrow as a phone's with letters of twice the size needs none."""
    if needed <= NARROWEST / (2 * LETTER):
        return 0
    return next((step for step in STEPS if step >= needed), STEPS[-1])


def _are_figures(column: Sequence[Inlines]) -> bool:
    """Whether most cells of a column are figures, and the others one word at most."""
    cells = [words for cell in column if (words := plain_text(cell).strip())]
    figures = [it for it in cells if len(it) <= _FIGURE_LENGTH and _FIGURE.fullmatch(it)]
    others = [it for it in cells if it not in figures]
    return len(figures) > len(others) and all(len(it.split()) == 1 for it in others)


def _widest(measure: Callable[[str], float], header: Inlines, column: Sequence[Inlines]) -> float:
    """Measure a column's widest part, in em; its header is bold."""
    return max(measure(plain_text(header)), *(measure(plain_text(it)) * REGULAR for it in column), 0)


def _find_breaking(words: Sequence[float], figures: Sequence[bool], room: float) -> frozenset[int]:
    """Keep figures and short words whole for which there is room, in em; find the columns of the others."""
    breaking = set(range(len(words)))
    for column in sorted(breaking, key=lambda it: (not figures[it], words[it])):
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
