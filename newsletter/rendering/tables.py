"""Which columns of a table may break inside words, so that no table is wider than a small phone.

A box that scrolls would be the usual way, but Gmail takes `overflow` away (caniemail.com, css-overflow), and cells that
stack lose their headers for who cannot see them. So words stay whole in the columns that have room for theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.blocks import plain_text
from newsletter.rendering.wrapping import width_of

if TYPE_CHECKING:
    from newsletter.model import Table

# WCAG 2.2, 1.4.10 and 1.4.4: the narrowest screen in CSS pixels, and how far letters grow.
NARROWEST, LARGEST = 320, 2
# A wide letter of a usual family in em, and what a cell keeps free at its sides in CSS pixels.
LETTER, SIDES = 0.66, 8


def breaking_columns(table: Table, size: int, margins: int) -> frozenset[int]:
    """Find the columns whose words may break, by number from 0.

    `size` is that of the table's letters, `margins` what stands free beside the table, in CSS pixels.
    """
    room = (NARROWEST - margins - SIDES * len(table.header)) / (size * LARGEST * LETTER)
    longest = {column: _longest_word(table, column) for column in range(len(table.header))}
    breaking = set()
    for column in sorted(longest, key=lambda it: longest[it]):
        room -= longest[column]
        if room < 0:
            breaking.add(column)
    return frozenset(breaking)


def _longest_word(table: Table, column: int) -> int:
    cells = [row[column] for row in (table.header, *table.rows) if column < len(row)]
    return max((width_of(word) for cell in cells for word in plain_text(cell).split()), default=0)
