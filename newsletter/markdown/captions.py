"""The caption of a table: a paragraph `Table: …` right above it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsletter.markdown.inlines import join_text
from newsletter.model import Paragraph, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsletter.model import Block, Inlines

TABLE_CAPTION = "Table: "


def caption_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give each table the caption that stands right above it."""
    for above, block, below in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, Table):
            yield replace(block, caption=_table_caption(above))
        elif not (isinstance(below, Table) and _table_caption(block)):
            yield block


def _table_caption(block: Block | None) -> Inlines:
    """Read the caption in `Table: …`, or nothing."""
    match block:
        case Paragraph((Text(words), *rest)) if words.startswith(TABLE_CAPTION):
            return join_text((Text(words.removeprefix(TABLE_CAPTION)), *rest))
    return ()
