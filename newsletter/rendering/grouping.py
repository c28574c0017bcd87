"""How a layout groups blocks: cards, and neighbours that share one MJML element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.model import Button, Divider, Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.model import Block, Blocks

SECTION_LEVEL = 2


def kind(block: Block) -> str:
    """Name a block's kind as the templates' files are named."""
    return type(block).__name__.lower()


def stands_alone(block: Block) -> bool:
    """Whether a block is an MJML element of its own, and not HTML inside mj-text."""
    return isinstance(block, Button | Divider)


def sections(blocks: Blocks) -> list[list[Block]]:
    """Part blocks before each heading of level 2; the first part is what stands before all of them, or empty."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level == SECTION_LEVEL:
            parts.append([])
        parts[-1].append(block)
    return parts


def runs(blocks: Sequence[Block]) -> list[list[Block]]:
    """Group blocks: neighbours that are words together, the others one by one."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and not stands_alone(block) and not stands_alone(groups[-1][0]):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups
