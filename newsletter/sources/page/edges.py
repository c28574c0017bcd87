"""What is left of the page at both ends of a post: who wrote it and when, how long it takes, “Comments”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.blocks import words_of
from newsletter.model import Dropped, Heading, List, Paragraph
from newsletter.sources.page.pruning import begins_with
from newsletter.sources.page_words import is_page_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsletter.model import Block, Blocks

# A line of more words is a sentence; a longer block, a heading or a picture's caption is where the post begins.
MAX_LINE_WORDS = 14
FIRST_BLOCKS = 6
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|"
    r"\d{4}-\d{2}-\d{2})\b|\bmin(?:ute)?s?\s+read\b",
    re.IGNORECASE,
)


def trim_edges(blocks: Blocks, author: str, keep: Sequence[str] = ()) -> tuple[Blocks, list[Dropped]]:
    """Take the page's own lines off both ends of a post, and say which; never words that begin with one of `keep`."""
    gone = [
        block
        for block in (*_lines_before(blocks, author), *_lines_after(blocks))
        if not begins_with(words_of(block), keep)
    ]
    kept = tuple(block for block in blocks if not any(block is it for it in gone))
    return kept, [Dropped(" ".join(words_of(block).split()), "a line of the page about the post") for block in gone]


def _lines_before(blocks: Blocks, author: str) -> Iterator[Block]:
    for block in blocks[:FIRST_BLOCKS]:
        words = words_of(block).strip()
        if len(words.split()) > MAX_LINE_WORDS:
            return
        if not isinstance(block, Paragraph | List) or words.endswith((".", "!", "?", "…", "”")):
            continue
        is_about = bool(author) and author.casefold() in words.casefold()
        if is_about or _DATE.search(words) or is_page_words(words):
            yield block


def _lines_after(blocks: Blocks) -> Iterator[Block]:
    for block in reversed(blocks):
        if not isinstance(block, Heading | Paragraph) or not is_page_words(words_of(block)):
            return
        yield block
