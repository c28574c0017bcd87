"""How much of each kind there is in a post, so that source and issue can be compared."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsletter.blocks import links_of, walk_blocks
from newsletter.model import (
    Block,
    Blocks,
    Button,
    CodeBlock,
    Heading,
    Image,
    List,
    Paragraph,
    Quote,
    Table,
    Video,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = (
    "headings",
    "paragraphs",
    "list_items",
    "links",
    "images",
    "alts",
    "captions",
    "quotes",
    "tables",
    "code",
    "videos",
)


def count_blocks(blocks: Blocks) -> dict[str, int]:
    """Count every kind in `KINDS`."""
    found = Counter(kind for block in walk_blocks(blocks) for kind in _kinds_of(block))
    return {kind: found[kind] for kind in KINDS}


def _kinds_of(block: Block) -> Iterator[str]:
    yield from ("links" for _ in links_of(block))
    match block:
        case Heading():
            yield "headings"
        case Paragraph():
            yield "paragraphs"
        case List(items):
            yield from ("list_items" for _ in items)
        case Button():
            yield "links"
        case Image():
            yield "images"
            if block.alt:
                yield "alts"
            if block.caption:
                yield "captions"
        case Quote():
            yield "quotes"
        case Table():
            yield "tables"
        case CodeBlock():
            yield "code"
        case Video():
            yield "videos"
