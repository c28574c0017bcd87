"""The order of headings: an issue's title is its one heading of level 1, sections begin at 2, no level is skipped."""

from __future__ import annotations

from dataclasses import replace

from newsletter.blocks import plain_text
from newsletter.model import Blocks, Heading


def take_title(blocks: Blocks) -> tuple[str, Blocks]:
    """Take the first block away when it is a heading of level 1: the post's title. Empty when it is not."""
    if blocks and isinstance(first := blocks[0], Heading) and first.level == 1:
        return plain_text(first.content), blocks[1:]
    return "", blocks


def drop_repeated_title(title: str, blocks: Blocks) -> Blocks:
    """Leave out the headings that say the title again: the first one, and those of level 1."""
    first = next((block for block in blocks if isinstance(block, Heading)), None)
    return tuple(
        block
        for block in blocks
        if not (
            isinstance(block, Heading)
            and (block is first or block.level == 1)
            and _same(plain_text(block.content), title)
        )
    )


def settle_levels(blocks: Blocks) -> Blocks:
    """Shift headings so that the highest is at level 2 and none goes down by more than one."""
    levels = sorted({block.level for block in blocks if isinstance(block, Heading)})
    settled = []
    current = 1
    for block in blocks:
        if isinstance(block, Heading):
            level = min(2 + levels.index(block.level), current + 1, 6)
            block, current = replace(block, level=level), level  # noqa: PLW2901 - the block, settled
        settled.append(block)
    return tuple(settled)


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()
