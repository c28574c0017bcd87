"""Plain text, often pasted from a web page → a reading.

What is a heading, a list or the page around the post is a guess from its shape; every guess is reported.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.markdown.inlines import join_text
from newsletter.model import (
    Block,
    Dropped,
    Guess,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Post,
    Reading,
    Text,
)
from newsletter.sources.chunks import (
    NUMBER,
    Chunk,
    is_short_line,
    is_surely_item,
    is_wrapped_text,
    item_mark,
    join_items,
    looks_like_heading,
    split_chunks,
    wide_gap,
)
from newsletter.sources.counting import count_blocks
from newsletter.sources.outline import settle_levels
from newsletter.sources.page_words import is_page_words, words_without_targets
from newsletter.sources.wishes import begins_with

if TYPE_CHECKING:
    from collections.abc import Sequence

# In angle brackets (RFC 3986, appendix C), or up to the mark that ends a sentence.
_URL = re.compile(r"<(https?://[^\s<>]+)>|https?://[^\s<>\"]*[^\s<>\".,;:!?)\]’”]")


def read_text_post(text: str, name: str, keep: Sequence[str] = ()) -> Reading:
    """Read plain text; `name` is its file's, the title's last resort; `keep` holds first words to keep in any case.

    The first line that looks like a heading is the title. Words of the page around the post (“top of page”,
    “Comments”) are dropped at both ends.
    """
    chunks = list(split_chunks(text))
    chunks, dropped = _drop_page_words(chunks, keep)
    title, chunks, guesses = _take_title(chunks, name)
    is_wrapped = is_wrapped_text(chunks)
    chunks = join_items(chunks)
    wide = wide_gap(chunks)
    blocks: list[Block] = []
    for index, chunk in enumerate(chunks):
        is_last = index == len(chunks) - 1
        if not is_last and looks_like_heading(chunk, chunks[index + 1], wide):
            blocks.append(Heading(chunk.level or 2, _inlines(chunk.lines, is_wrapped=True), chunk.line))
            guesses.append(Guess("a heading", chunk.words, chunk.line))
        else:
            blocks.extend(_read_chunk(chunk, is_wrapped=is_wrapped))
    guesses += [Guess("a link without a target", words, line) for words, line in words_without_targets(text)]
    post = Post(title, settle_levels(tuple(blocks)))
    counts = count_blocks(tuple(blocks))
    counts["paragraphs"] += len(dropped)
    return Reading(post, tuple(dropped), tuple(guesses), counts=counts)


def _drop_page_words(chunks: list[Chunk], keep: Sequence[str]) -> tuple[list[Chunk], list[Dropped]]:
    """Take the page's own words off both ends."""
    first, last = 0, len(chunks)
    while first < last and _is_page(chunks[first]) and not begins_with(chunks[first].words, keep):
        first += 1
    while last > first and _is_page(chunks[last - 1]) and not begins_with(chunks[last - 1].words, keep):
        last -= 1
    dropped = [
        Dropped(line.strip(), "words of the page, not of the post", number)
        for chunk in chunks[:first] + chunks[last:]
        for number, line in enumerate(chunk.lines, chunk.line)
    ]
    return chunks[first:last], dropped


def _is_page(chunk: Chunk) -> bool:
    return all(is_page_words(line) for line in chunk.lines)


def _take_title(chunks: list[Chunk], name: str) -> tuple[str, list[Chunk], list[Guess]]:
    if len(chunks) > 1 and (chunks[0].level or is_short_line(chunks[0])):
        return chunks[0].words, chunks[1:], [Guess("the title", chunks[0].words, chunks[0].line)]
    title = re.sub(r"[-_]+", " ", re.sub(r"\.\w+$", "", name)).strip()
    return title, chunks, [Guess("the title, from the file's name", title)] if title else []


def _read_chunk(chunk: Chunk, *, is_wrapped: bool) -> list[Block]:
    """Read a paragraph, a list, or a paragraph with a list below it."""
    start = next((index for index, line in enumerate(chunk.lines) if item_mark(line)), len(chunk.lines))
    marked = sum(item_mark(line) is not None for line in chunk.lines)
    if marked <= 1 and not (start == 0 and is_surely_item(chunk.lines[0])):
        start = len(chunk.lines)
    blocks: list[Block] = []
    if start:
        blocks.append(Paragraph(_inlines(chunk.lines[:start], is_wrapped=is_wrapped), chunk.line))
    if start < len(chunk.lines):
        blocks.append(_read_list(chunk.lines[start:], chunk.line + start))
    return blocks


def _read_list(lines: tuple[str, ...], line: int) -> List:
    """Read list items; a line without a mark goes on with the item before it."""
    items: list[tuple[list[str], int]] = []
    for number, text in enumerate(lines, line):
        if mark := item_mark(text):
            items.append(([text[mark.end() :]], number))
        elif text:
            items[-1][0].append(text)
    first = NUMBER.match(lines[0])
    read = tuple(
        ListItem((Paragraph(_inlines(tuple(words), is_wrapped=True), place),), place) for words, place in items
    )
    return List(read, first is not None, int(first[1]) if first else 1, line)


def _inlines(lines: tuple[str, ...], *, is_wrapped: bool) -> tuple[Inline, ...]:
    """Read words; addresses become links, and line ends stay unless a program made them."""
    content: list[Inline] = []
    for index, line in enumerate(lines):
        if index:
            content.append(Text(" ") if is_wrapped else LineBreak())
        content.extend(_link_addresses(line.strip()))
    return join_text(content)


def _link_addresses(line: str) -> list[Inline]:
    content: list[Inline] = []
    end = 0
    for found in _URL.finditer(line):
        address = found[1] or found[0]
        content += [Text(line[end : found.start()]), Link(address, (Text(address),))]
        end = found.end()
    return [*content, Text(line[end:])]
