"""Plain text in chunks between empty lines, and what the shape of a chunk suggests."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

MAX_HEADING_CHARACTERS = 90
MAX_HEADING_WORDS = 14
# Where programs that break lines break them, and how many such lines are evidence.
WRAP_COLUMNS = range(45, 101)
MIN_WRAPPED_LINES = 3
MIN_UNDERLINE = 3

# Dashes open speech too: such a line is an item only beside another one.
DASHES = "*–-"
_BULLET = re.compile(rf"^\s*([•‣◦▪●·{DASHES}])\s+(?=\S|$)")
NUMBER = re.compile(r"^\s*(\d{1,3})[.)]\s+(?=\S)")
# A line below a heading, as in Markdown: the first level by =, the second by -.
_UNDERLINES = {"=": 2, "-": 3}
_SENTENCE_END = (".", "!", "?", "…", ":", ";", ",", ".”", "!”", "?”", '."', '?"', '!"')


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines without an empty line between them: the first one's number, and how many empty lines stand before.

    `level` is that of an underlined heading, else 0.
    """

    lines: tuple[str, ...]
    line: int
    gap: int
    level: int = 0

    @property
    def words(self) -> str:
        """All lines as one."""
        return " ".join(line.strip() for line in self.lines)


def split_chunks(text: str) -> list[Chunk]:
    """Split text where lines are empty, and below headings that are underlined."""
    chunks: list[Chunk] = []
    lines: list[str] = []
    gap = 0
    for number, line in enumerate([*text.expandtabs(4).splitlines(), ""], 1):
        if len(lines) == 1 and (level := _underlines(line, lines[0])):
            chunks.append(Chunk(tuple(lines), number - 1, gap, level))
            lines, gap = [], 0
            continue
        if line.strip():
            lines.append(line.rstrip())
            continue
        if lines:
            chunks.append(Chunk(tuple(lines), number - len(lines), gap))
            lines, gap = [], 0
        gap += 1
    return chunks


def join_items(chunks: list[Chunk]) -> list[Chunk]:
    """Join chunks that go on with a list of the same mark after empty lines."""
    joined: list[Chunk] = []
    for chunk in chunks:
        kind = _kind_of(chunk.lines[0])
        above = joined[-1] if joined else None
        if above and kind and kind in map(_kind_of, above.lines):
            joined[-1] = replace(above, lines=(*above.lines, *[""] * chunk.gap, *chunk.lines))
        else:
            joined.append(chunk)
    return joined


def is_short_line(chunk: Chunk) -> bool:
    """Whether a chunk is one short line that ends no sentence and begins no item of a list."""
    words = chunk.words
    is_short = (
        len(chunk.lines) == 1 and len(words) <= MAX_HEADING_CHARACTERS and len(words.split()) <= MAX_HEADING_WORDS
    )
    return is_short and not words.endswith(_SENTENCE_END) and not item_mark(words) and any(map(str.isalnum, words))


def looks_like_heading(chunk: Chunk, following: Chunk, wide: int) -> bool:
    """A short line without a full stop; where the text has wider gaps, one of them stands before it.

    A question is a heading only after a wide gap: between equal gaps it is more often a sentence.
    """
    if chunk.level:
        return True
    if is_short_line(following) or chunk.gap < max(wide, 1):
        return False
    is_question = wide > 0 and is_short_line(replace(chunk, lines=(chunk.words.removesuffix("?"),)))
    return is_short_line(chunk) or is_question


def wide_gap(chunks: list[Chunk]) -> int:
    """Say how many empty lines stand before a heading: more than between paragraphs, or 0 where all gaps are equal."""
    gaps = sorted({chunk.gap for chunk in chunks[1:]} - {0})
    return gaps[1] if len(gaps) > 1 else 0


def is_wrapped_text(chunks: list[Chunk]) -> bool:
    """Whether lines were broken by a program at some column, and not by the author."""
    inner = [len(line) for chunk in chunks for line in chunk.lines[:-1] if not item_mark(line)]
    longest = max((len(line) for chunk in chunks for line in chunk.lines), default=0)
    is_even = sum(length >= longest - 20 for length in inner) >= 0.7 * len(inner)
    return len(inner) >= MIN_WRAPPED_LINES and longest in WRAP_COLUMNS and is_even


def item_mark(line: str) -> re.Match[str] | None:
    """Find the bullet or number that begins an item of a list."""
    return _BULLET.match(line) or NUMBER.match(line)


def is_surely_item(line: str) -> bool:
    """Whether a line is an item of a list though no other one stands beside it."""
    return _kind_of(line) not in {"", *DASHES}


def bullet_of(line: str) -> str:
    """Name the bullet that a line begins with; empty where there is none."""
    found = _BULLET.match(line)
    return found[1] if found else ""


def _kind_of(line: str) -> str:
    """Name the mark of an item, the same for all numbers; empty where there is none."""
    return "1" if NUMBER.match(line) else bullet_of(line)


def _underlines(line: str, words: str) -> int:
    """Say of which level a line makes the words above it a heading: one sign again and again, about as long; else 0."""
    sign, length = line.strip()[:1], len(line.strip())
    is_line = sign in _UNDERLINES and set(line.strip()) == {sign}
    is_close = 2 * min(length, len(words)) >= max(length, len(words))
    return _UNDERLINES[sign] if is_line and is_close and length >= MIN_UNDERLINE else 0
