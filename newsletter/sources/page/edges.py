"""What is left of the page at both ends of a post: who wrote it and when, how long it takes, “Comments”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsletter.blocks import links_of, walk_blocks, words_of
from newsletter.model import Divider, Dropped, Footnote, Heading, Image, List, Paragraph
from newsletter.sources.page.judging import share_of
from newsletter.sources.page.shaping import is_linked
from newsletter.sources.page_words import is_page_words
from newsletter.sources.wishes import begins_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsletter.model import Block, Blocks
    from newsletter.sources.page.judging import Shingles

# A line of more words is a sentence; a longer block is where the post begins.
MAX_LINE_WORDS = 14
MAX_ABOUT_WORDS = 40
MIN_LINKS = 3
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|"
    r"\d{4}-\d{2}-\d{2})\b|\bmin(?:ute)?s?\s+read\b",
    re.IGNORECASE,
)


# The way to the posts before and after, and who owns the words.
_WAY = re.compile(
    r"(?:[«‹←<↩]|[^\W\d_]{0,12}\s*[»›→>]$|(?:previous|next|older|newer|back to)\b|(?:vorherige|nächste|zurück)\w*|"
    r"(?:précédent|suivant|anterior|siguiente)\w*)",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?:copyright\s*)?©|copyright\s+(?:\(c\)|\d{4})", re.IGNORECASE)
_PARTED = re.compile(r"\s[|·•]\s")
_POSTED = re.compile(
    r"(?:this (?:entry|post) was )?(?:posted|published|written|filed|veröffentlicht|publié|publicado)\b", re.IGNORECASE
)


def trim_edges(blocks: Blocks, author: str, judged: Shingles, keep: Sequence[str] = ()) -> tuple[Blocks, list[Dropped]]:
    """Take the page's own lines off both ends of a post, and say which; never words that begin with one of `keep`."""
    gone = [
        block
        for block in (*_lines_before(blocks, author, judged), *_lines_after(blocks))
        if not begins_with(words_of(block), keep)
    ]
    kept = tuple(block for block in blocks if not any(block is it for it in gone))
    named = (name for block in gone if (name := _name_of(block)))
    return kept, [Dropped(name, "a line of the page about the post") for name in named]


def _lines_before(blocks: Blocks, author: str, judged: Shingles) -> Iterator[Block]:
    for block in blocks:
        words = words_of(block).strip()
        if len(words.split()) > MAX_LINE_WORDS and not _is_way(block, judged):
            return
        if isinstance(block, Image) and _leads_home(block):
            yield block
        if isinstance(block, Heading) and author and words.casefold() == author.casefold():
            yield block
        if not isinstance(block, Paragraph | List) or words.endswith((".", "!", "?", "…", "”")):
            continue
        is_about = bool(author) and author.casefold() in words.casefold()
        if is_about or _DATE.search(words) or is_page_words(words) or _is_way(block, judged):
            yield block


def _lines_after(blocks: Blocks) -> Iterator[Block]:
    for block in reversed([block for block in blocks if not isinstance(block, Footnote)]):
        if not (isinstance(block, Divider) or (isinstance(block, Heading | Paragraph) and _is_after(block))):
            return
        yield block


def _is_after(block: Heading | Paragraph) -> bool:
    """Whether a line below a post is the page's: who owns it, when it was posted, the way to other pages."""
    words = words_of(block).strip()
    count = len(words.split())
    is_about = count <= MAX_ABOUT_WORDS and bool(_POSTED.match(words) and _DATE.search(words))
    is_way = count <= MAX_LINE_WORDS and is_linked(block) and bool(_WAY.match(words) or _PARTED.search(words))
    is_owner = isinstance(block, Paragraph) and bool(_OWNER.match(words))
    return is_page_words(words) or is_about or is_way or is_owner


def _is_way(block: Block, judged: Shingles) -> bool:
    """Whether a block before the post leads elsewhere: it is all links, a row of them or unknown to the judge."""
    if not isinstance(block, Paragraph | List) or not is_linked(block):
        return False
    links = sum(1 for it in walk_blocks((block,)) for _ in links_of(it))
    is_row = isinstance(block, Paragraph) and links >= MIN_LINKS
    return is_row or not share_of(words_of(block), judged)


def _leads_home(image: Image) -> bool:
    """Whether a picture leads to the beginning of a site, as logos do."""
    parts = urlsplit(image.target)
    return bool(parts.netloc) and parts.path in {"", "/"} and not parts.query and not image.caption


def _name_of(block: Block) -> str:
    return " ".join(words_of(block).split()) or (block.alt or block.source if isinstance(block, Image) else "")
