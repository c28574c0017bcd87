"""Lists whose bullets were typed: lines or paragraphs in a row that begin with the same mark."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from newsletter.blocks import words_of
from newsletter.markdown.inlines import trim
from newsletter.model import LineBreak, List, ListItem, Paragraph, Text
from newsletter.sources.chunks import DASHES, bullet_of, item_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsletter.model import Block, Blocks, Inlines

MIN_ITEMS = 2
# Speech begins with a dash too, and ends so.
_SPEECH_ENDS = ("?", "!", "…", "”", "»", "“", '"')


def list_bullets(blocks: Blocks) -> Blocks:
    """Make lists of what begins with the same typed bullet, where two or more lines or paragraphs stand in a row."""
    if not any(map(_has_mark, blocks)):
        return blocks
    made: list[Block] = []
    for mark, run in groupby((part for block in blocks for part in _split(block)), key=_mark_of):
        parts = list(run)
        items = [part for part in parts if isinstance(part, Paragraph)] if mark else []
        made += [List(tuple(map(_item, items)))] if _are_items(items) else parts
    return tuple(made)


def _has_mark(block: Block) -> bool:
    """Whether words of a paragraph begin with a bullet: most have none, and are not looked at any more."""
    content = block.content if isinstance(block, Paragraph) else ()
    return any(isinstance(inline, Text) and bullet_of(inline.text) for inline in content)


def _split(block: Block) -> Iterator[Block]:
    """Yield the first lines of a paragraph, and each item below them, as paragraphs; other blocks as they are."""
    lines = [Paragraph(line) for line in _lines(block.content)] if isinstance(block, Paragraph) else []
    start = next((index for index, line in enumerate(lines) if _mark_of(line)), len(lines))
    if len({*map(_mark_of, lines[start:])}) != 1 or not _are_items(lines[start:]):
        yield block
        return
    if start:
        above = [inline for line in lines[:start] for inline in (*line.content, LineBreak())]
        yield Paragraph(trim(tuple(above)))
    yield from lines[start:]


def _lines(content: Inlines) -> Iterator[Inlines]:
    for is_break, line in groupby(content, key=lambda inline: inline == LineBreak()):
        if not is_break:
            yield trim(tuple(line))


def _mark_of(block: Block) -> str:
    """Name the bullet that a paragraph begins with; empty where it is none."""
    match block:
        case Paragraph((Text(words), *_)):
            return bullet_of(words)
    return ""


def _are_items(parts: Sequence[Paragraph]) -> bool:
    is_speech = any(_mark_of(part) in DASHES and words_of(part).endswith(_SPEECH_ENDS) for part in parts)
    return len(parts) >= MIN_ITEMS and not is_speech


def _item(part: Paragraph) -> ListItem:
    match part.content:
        case (Text(words), *rest) if mark := item_mark(words):
            return ListItem((Paragraph(trim((Text(words[mark.end() :]), *rest))),))
    return ListItem((part,))
