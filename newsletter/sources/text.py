"""Plain text, often pasted from a web page → a reading.

What is a heading, a list or the page around the post is a guess from its shape; every guess is reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
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
from newsletter.sources.counting import count_blocks
from newsletter.sources.outline import settle_levels
from newsletter.sources.page.pruning import begins_with
from newsletter.sources.page_words import is_page_words, words_without_targets

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_HEADING_CHARACTERS = 90
MAX_HEADING_WORDS = 14
# Where programs that break lines break them, and how many such lines are evidence.
WRAP_COLUMNS = range(45, 101)
MIN_WRAPPED_LINES = 3

_BULLET = re.compile(r"^\s*(?:[•‣◦▪●·*–—-])\s+(?=\S)")
_NUMBER = re.compile(r"^\s*(\d{1,3})[.)]\s+(?=\S)")
_URL = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]’”]")
_SENTENCE_END = (".", "!", "?", "…", ":", ";", ",", ".”", "!”", "?”", '."', '?"', '!"')


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Lines without an empty line between them: the first one's number, and how many empty lines stand before."""

    lines: tuple[str, ...]
    line: int
    gap: int

    @property
    def words(self) -> str:
        return " ".join(line.strip() for line in self.lines)


def read_text_post(text: str, name: str, keep: Sequence[str] = ()) -> Reading:
    """Read plain text; `name` is its file's, the title's last resort; `keep` holds first words to keep in any case.

    The first line that looks like a heading is the title. Words of the page around the post (“top of page”,
    “Comments”) are dropped at both ends.
    """
    chunks = list(_chunks(text))
    chunks, dropped = _drop_page_words(chunks, keep)
    title, chunks, guesses = _take_title(chunks, name)
    wide = _wide_gap(chunks)
    is_wrapped = _is_wrapped(chunks)
    blocks: list[Block] = []
    for index, chunk in enumerate(chunks):
        is_last = index == len(chunks) - 1
        if not is_last and _looks_like_heading(chunk, chunks[index + 1], wide):
            blocks.append(Heading(2, _inlines(chunk.lines, is_wrapped=True), chunk.line))
            guesses.append(Guess("a heading", chunk.words, chunk.line))
        else:
            blocks.extend(_read_chunk(chunk, is_wrapped=is_wrapped))
    guesses += [Guess("a link without a target", words, line) for words, line in words_without_targets(text)]
    post = Post(title, settle_levels(tuple(blocks)))
    counts = count_blocks(tuple(blocks))
    counts["paragraphs"] += len(dropped)
    return Reading(post, tuple(dropped), tuple(guesses), counts=counts)


def _chunks(text: str) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    lines: list[str] = []
    gap = 0
    for number, line in enumerate([*text.expandtabs(4).splitlines(), ""], 1):
        if line.strip():
            lines.append(line.rstrip())
            continue
        if lines:
            chunks.append(_Chunk(tuple(lines), number - len(lines), gap))
            lines, gap = [], 0
        gap += 1
    return chunks


def _drop_page_words(chunks: list[_Chunk], keep: Sequence[str]) -> tuple[list[_Chunk], list[Dropped]]:
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


def _is_page(chunk: _Chunk) -> bool:
    return all(is_page_words(line) for line in chunk.lines)


def _take_title(chunks: list[_Chunk], name: str) -> tuple[str, list[_Chunk], list[Guess]]:
    if chunks and len(chunks) > 1 and _is_short_line(chunks[0]):
        return chunks[0].words, chunks[1:], [Guess("the title", chunks[0].words, chunks[0].line)]
    title = re.sub(r"[-_]+", " ", re.sub(r"\.\w+$", "", name)).strip()
    return title, chunks, [Guess("the title, from the file's name", title)]


def _is_short_line(chunk: _Chunk) -> bool:
    words = chunk.words
    is_short = (
        len(chunk.lines) == 1 and len(words) <= MAX_HEADING_CHARACTERS and len(words.split()) <= MAX_HEADING_WORDS
    )
    return is_short and not words.endswith(_SENTENCE_END) and not _mark(words) and any(map(str.isalnum, words))


def _looks_like_heading(chunk: _Chunk, following: _Chunk, wide: int) -> bool:
    """A short line without a full stop; where the text has wider gaps, one of them stands before it.

    A question is a heading only after a wide gap: between equal gaps it is more often a sentence.
    """
    if _is_short_line(following) or chunk.gap < max(wide, 1):
        return False
    is_question = wide > 0 and _is_short_line(replace(chunk, lines=(chunk.words.removesuffix("?"),)))
    return _is_short_line(chunk) or is_question


def _wide_gap(chunks: list[_Chunk]) -> int:
    """Say how many empty lines stand before a heading: more than between paragraphs, or 0 where all gaps are equal."""
    gaps = sorted({chunk.gap for chunk in chunks[1:]})
    return gaps[1] if len(gaps) > 1 else 0


def _is_wrapped(chunks: list[_Chunk]) -> bool:
    """Whether lines were broken by a program at some column, and not by the author."""
    inner = [len(line) for chunk in chunks for line in chunk.lines[:-1] if not _mark(line)]
    longest = max((len(line) for chunk in chunks for line in chunk.lines), default=0)
    is_even = sum(length >= longest - 20 for length in inner) >= 0.7 * len(inner)
    return len(inner) >= MIN_WRAPPED_LINES and longest in WRAP_COLUMNS and is_even


def _read_chunk(chunk: _Chunk, *, is_wrapped: bool) -> list[Block]:
    """Read a paragraph, a list, or a paragraph with a list below it."""
    start = next((index for index, line in enumerate(chunk.lines) if _mark(line)), len(chunk.lines))
    marked = sum(_mark(line) is not None for line in chunk.lines)
    if marked <= 1 and not (marked == 1 and start == 0):
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
        if mark := _mark(text):
            items.append(([text[mark.end() :]], number))
        else:
            items[-1][0].append(text)
    first = _NUMBER.match(lines[0])
    read = tuple(
        ListItem((Paragraph(_inlines(tuple(words), is_wrapped=True), place),), place) for words, place in items
    )
    return List(read, first is not None, int(first[1]) if first else 1, line)


def _mark(line: str) -> re.Match[str] | None:
    return _BULLET.match(line) or _NUMBER.match(line)


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
        content += [Text(line[end : found.start()]), Link(found[0], (Text(found[0]),))]
        end = found.end()
    return [*content, Text(line[end:])]
