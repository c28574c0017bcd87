"""What is left of the page at both ends of a post: who wrote it and when, its tags, the author, other posts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsletter.blocks import links_of, walk_blocks, words_of
from newsletter.model import Divider, Dropped, Footnote, Heading, Image, List, Paragraph
from newsletter.sources.page.judging import share_of
from newsletter.sources.page.lines import has_date, names_author, names_labels, names_owner, says_when, shows_way
from newsletter.sources.page.shaping import is_linked
from newsletter.sources.page_words import is_page_words
from newsletter.sources.wishes import begins_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsletter.model import Block, Blocks
    from newsletter.sources.page.judging import Shingles
    from newsletter.sources.page.metadata import Metadata

# A line of more words is a sentence; a longer block is where the post begins.
MAX_LINE_WORDS = 14
MAX_ABOUT_WORDS = 40
# A note on the author of more words may be the post.
MAX_AUTHOR_WORDS = 80
MIN_LINKS = 3


def trim_edges(
    blocks: Blocks, about: Metadata, judged: Shingles, keep: Sequence[str] = ()
) -> tuple[Blocks, list[Dropped]]:
    """Take the page's own lines off both ends of a post, and say which; never words that begin with one of `keep`."""
    gone = [
        block
        for block in (*_lines_before(blocks, about, judged), *_lines_after(blocks, about.author))
        if not begins_with(words_of(block), keep)
    ]
    kept = tuple(block for block in blocks if not any(block is it for it in gone))
    named = (name for block in gone if (name := _name_of(block)))
    return kept, [Dropped(name, "a line of the page about the post") for name in named]


def _lines_before(blocks: Blocks, about: Metadata, judged: Shingles) -> Iterator[Block]:
    author, host = about.author, urlsplit(about.url).netloc
    for block in blocks:
        words = words_of(block).strip()
        if len(words.split()) > MAX_LINE_WORDS and not _is_way(block, judged, host):
            return
        if isinstance(block, Image) and _leads_home(block.target):
            yield block
        if isinstance(block, Heading) and author and words.casefold() == author.casefold():
            yield block
        if not isinstance(block, Paragraph | List) or words.endswith((".", "!", "?", "…", "”")):
            continue
        is_about = bool(author) and author.casefold() in words.casefold()
        if is_about or has_date(words) or is_page_words(words) or _is_way(block, judged, host):
            yield block


def _lines_after(blocks: Blocks, author: str) -> Iterator[Block]:
    """Yield what stands below a post, from its end: lines of the page, and whole sections on the author or others."""
    rest = [block for block in blocks if not isinstance(block, Footnote)]
    while rest:
        section = _section_at_end(rest, author)
        if not section and not isinstance(rest[-1], Divider) and not _is_after(rest[-1]):
            return
        count = max(1, len(section))
        yield from rest[-count:]
        del rest[-count:]


def _section_at_end(blocks: Sequence[Block], author: str) -> Sequence[Block]:
    """Find the last section where it is a note on the author, or leads to other posts; empty where it does not."""
    start = next((index for index in reversed(range(len(blocks))) if isinstance(blocks[index], Heading)), 0)
    heading, inner = words_of(blocks[start]).strip(), blocks[start + 1 :]
    if not isinstance(blocks[start], Heading) or not inner:
        return []
    is_about_author = names_author(heading, author) and _count(inner) <= MAX_AUTHOR_WORDS
    leads_away = is_page_words(heading) and all(is_linked(it) or isinstance(it, Image | Divider) for it in inner)
    if not is_about_author and not leads_away:
        return []
    if start and isinstance(face := blocks[start - 1], Image) and author and face.alt == author:
        start -= 1
    return blocks[start:]


def _is_after(block: Block) -> bool:
    """Whether a line below a post is the page's: who owns it, when it was posted, its tags, the way to other pages."""
    if not isinstance(block, Heading | Paragraph | List):
        return False
    words = words_of(block).strip()
    count = len(words.split())
    is_way = count <= MAX_LINE_WORDS and is_linked(block) and shows_way(words)
    is_labels = count <= MAX_LINE_WORDS and bool(_targets(block)) and names_labels(words)
    is_about = count <= MAX_ABOUT_WORDS and says_when(words)
    if isinstance(block, List):
        return is_labels or (is_linked(block) and any(map(_leads_home, _targets(block))))
    return is_page_words(words) or is_about or is_way or is_labels or names_owner(words)


def _is_way(block: Block, judged: Shingles, host: str) -> bool:
    """Whether a block before the post is all links: a row of them, home, or within the site and none of the judge's."""
    if not isinstance(block, Paragraph | List) or not is_linked(block):
        return False
    targets = _targets(block)
    is_row = isinstance(block, Paragraph) and len(targets) >= MIN_LINKS
    is_own = all(urlsplit(target).netloc in {"", host} for target in targets)
    return is_row or _leads_home(targets[0]) or (is_own and not share_of(words_of(block), judged))


def _targets(block: Block) -> list[str]:
    return [link.target for it in walk_blocks((block,)) for link in links_of(it)]


def _leads_home(target: str) -> bool:
    """Whether a link leads to the beginning of a site, as logos do."""
    parts = urlsplit(target)
    return bool(parts.netloc) and parts.path in {"", "/"} and not parts.query


def _count(blocks: Sequence[Block]) -> int:
    return sum(len(words_of(block).split()) for block in blocks)


def _name_of(block: Block) -> str:
    return " ".join(words_of(block).split()) or (block.alt or block.source if isinstance(block, Image) else "")
