"""Walking through blocks and inline content."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsletter.model import (
    Block,
    Blocks,
    Button,
    Callout,
    Code,
    Footnote,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Where a link in an email may lead; anything else (javascript:, data:, file:) has no business there.
SAFE_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})


def is_safe_target(target: str) -> bool:
    """Whether a link may lead there."""
    try:
        # Browsers drop control characters and spaces inside a scheme (WHATWG URL, section 4.4).
        scheme = urlsplit("".join(character for character in target if character > " ")).scheme
    except ValueError:
        return False
    return scheme.lower() in SAFE_SCHEMES


def plain_text(content: Inlines) -> str:
    """Keep the words of inline content; a line break becomes a space."""
    words = []
    for inline in content:
        match inline:
            case Text(text) | Code(text):
                words.append(text)
            case LineBreak():
                words.append(" ")
            case FootnoteReference():
                pass
            case _:
                words.append(plain_text(inline.content))
    return "".join(words)


def walk_blocks(blocks: Blocks) -> Iterator[Block]:
    """Yield every block in reading order, those inside lists, quotes and callouts too."""
    for block in blocks:
        yield block
        match block:
            case List(items):
                for item in items:
                    yield from walk_blocks(item.blocks)
            case Quote(inner) | Callout(_, inner) | Footnote(_, inner):
                yield from walk_blocks(inner)


def map_blocks(blocks: Blocks, change: Callable[[Block], Block]) -> Blocks:
    """Replace every block, innermost first, by what `change` makes of it."""
    return tuple(change(_map_inside(block, change)) for block in blocks)


def map_inlines(block: Block, change: Callable[[Inline], Inlines]) -> Block:
    """Replace every piece of inline content that a block itself holds, innermost first, by what `change` gives."""

    def each(content: Inlines) -> Inlines:
        return tuple(new for inline in content for new in change(_map_content(inline, each)))

    match block:
        case Heading() | Paragraph() | Button():
            return replace(block, content=each(block.content))
        case Image():
            return replace(block, caption=each(block.caption))
        case Table():
            rows = tuple(tuple(each(cell) for cell in row) for row in block.rows)
            header = tuple(each(cell) for cell in block.header)
            return replace(block, header=header, rows=rows, caption=each(block.caption))
    return block


def inlines_of(block: Block) -> Iterator[Inlines]:
    """Yield the inline content that a block itself holds, not that of blocks inside it."""
    match block:
        case Heading(_, content) | Paragraph(content) | Button(_, content):
            yield content
        case Image():
            yield block.caption
        case Table():
            yield block.caption
            yield from block.header
            for row in block.rows:
                yield from row


def walk_inlines(content: Inlines) -> Iterator[Inline]:
    """Yield every piece of inline content in reading order, outer before inner."""
    for inline in content:
        yield inline
        if not isinstance(inline, Text | Code | LineBreak | FootnoteReference):
            yield from walk_inlines(inline.content)


def links_of(block: Block) -> Iterator[Link]:
    """Yield the links in the inline content that a block itself holds."""
    for content in inlines_of(block):
        yield from (inline for inline in walk_inlines(content) if isinstance(inline, Link))


def words_of(block: Block) -> str:
    """Keep the words of a block, of those inside it, and of its caption."""
    return " ".join(
        words for inner in walk_blocks((block,)) for content in inlines_of(inner) if (words := plain_text(content))
    )


def _map_content(inline: Inline, each: Callable[[Inlines], Inlines]) -> Inline:
    if isinstance(inline, Text | Code | LineBreak | FootnoteReference):
        return inline
    return replace(inline, content=each(inline.content))


def _map_inside(block: Block, change: Callable[[Block], Block]) -> Block:
    match block:
        case List():
            return replace(
                block, items=tuple(replace(item, blocks=map_blocks(item.blocks, change)) for item in block.items)
            )
        case Quote() | Callout() | Footnote():
            return replace(block, blocks=map_blocks(block.blocks, change))
    return block
