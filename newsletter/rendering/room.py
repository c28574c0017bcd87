"""How much of the width blocks take from what stands in them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from newsletter.model import Callout, Footnote, List, Quote, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsletter.model import Block

# What a list takes at twice the size of letters, in CSS pixels; a quote or a box takes less.
INDENT = 60
# As in inline.css: what a list keeps free for a mark and for numbers of two digits and more, in em, and what others do.
_LIST_EM = (1.5, 2.2, 2.9, 3.5)
_QUOTE, _CALLOUT = 36, 32


def padding_of(block: Block, size: int) -> int:
    """Say what a block takes from the width of those in it, in CSS pixels, where letters have a size of so many."""
    match block:
        case List(items, ordered, start):
            digits = len(str(start + len(items) - 1)) if ordered else 1
            return math.ceil(_LIST_EM[min(digits, len(_LIST_EM)) - 1] * size)
        case Quote():
            return _QUOTE
        case Callout():
            return _CALLOUT
        case _:
            return 0


def walk_tables(blocks: Sequence[Block], indent: int = 0) -> Iterator[tuple[Table, int]]:
    """Yield each table, and what the blocks around it take from its width at twice the size of letters."""
    for block in blocks:
        match block:
            case Table():
                yield block, indent
            case List(items):
                yield from walk_tables([inner for item in items for inner in item.blocks], indent + INDENT)
            case Quote(inner) | Callout(_, inner) | Footnote(_, inner):
                yield from walk_tables(inner, indent + INDENT)
            case _:
                pass
