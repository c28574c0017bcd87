"""A page's HTML → a reading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from newsletter.blocks import plain_text, words_of
from newsletter.model import Dropped, Footnote, Heading, Post, Reading
from newsletter.sources.counting import count_blocks
from newsletter.sources.outline import drop_repeated_title, settle_levels
from newsletter.sources.page.blocks import BlockReader
from newsletter.sources.page.cards import simplify
from newsletter.sources.page.code import box_code
from newsletter.sources.page.edges import trim_edges
from newsletter.sources.page.judging import find_post, judge_words, share_of, shingle, shingle_lines
from newsletter.sources.page.limits import refuse_bomb
from newsletter.sources.page.links import Addresses
from newsletter.sources.page.lists import join_lists
from newsletter.sources.page.marks import Page
from newsletter.sources.page.metadata import read_metadata
from newsletter.sources.page.notes import find_notes, settle_sidenotes
from newsletter.sources.page.players import show_players
from newsletter.sources.page.pruning import prune
from newsletter.sources.page.renaming import rename
from newsletter.sources.page.surroundings import find_surroundings
from newsletter.sources.page.symbols import spell_boxes, spell_symbols
from newsletter.sources.page.unseen import remove_unseen
from newsletter.sources.page.unwrapping import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bs4 import Tag

    from newsletter.model import Blocks
    from newsletter.sources.page.judging import Shingles
    from newsletter.sources.page.metadata import Metadata

# Below this share of common words, a person should compare.
AGREEMENT = 0.7
# Chromium and Internet Explorer ("mark of the web"), and the SingleFile extension.
_SAVED = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>\"]+)")
SAVED_WITHIN = 2000
# Few words and one of these: the rest is behind a wall.
_WALL = re.compile(
    r"subscribe to (?:continue|read|keep reading)|members? only|for (?:paid|paying) (?:subscribers|members)|paywall|"
    r"sign in to (?:continue|read)|already a (?:subscriber|member)|this post is for",
    re.IGNORECASE,
)
WALL_WORDS = 200


def read_page(html: str, url: str = "", keep: Sequence[str] = (), folder: Path | None = None) -> Reading:
    """Read the post of a page.

    `url` is the page's address, empty when nobody knows it; `keep` holds first words of passages to keep in any case;
    `folder` is where a saved page lies, beside its pictures.
    Raises SourceError for a page that no person wrote: more than 50,000 tags, or nested deeper than 400.
    """
    refuse_bomb(html, url)
    soup = BeautifulSoup(html, "lxml")
    metadata = read_metadata(Page(soup, html), url)
    words = judge_words(str(soup) if unwrap(soup) else html, metadata.url)
    judged = shingle_lines(words)
    is_walled = _is_walled(soup)
    _tidy(soup, html)
    addresses = Addresses(_base(soup, url or metadata.url), metadata.url or url, folder)
    post = find_post(soup, shingle(words)) or soup
    source = count_blocks(drop_repeated_title(metadata.title, BlockReader(addresses).read([soup])))
    around = find_surroundings(post, metadata, addresses, judged, keep)
    dropped = [*around.dropped, *prune(post, judged, keep)]
    blocks, left_out = read_elements(post, addresses)
    blocks, edges = trim_edges(blocks, metadata, judged, keep)
    blocks = around.put_around(blocks, BlockReader(addresses))
    return Reading(
        post=_make_post(metadata, blocks),
        dropped=(*dropped, *left_out, *edges),
        guesses=tuple(metadata.guesses),
        warnings=tuple(_warnings(blocks, judged, is_walled=is_walled)),
        counts=source,
    )


def saved_from(html: str) -> str:
    """Give the address that a browser wrote into a page when it saved it; empty where there is none."""
    found = _SAVED.search(html[:SAVED_WITHIN])
    return found[1] if found else ""


def read_fragment(html: str, url: str = "") -> Blocks:
    """Read HTML that is all post, as feeds hold it. Raises SourceError as `read_page` does."""
    refuse_bomb(html, url)
    soup = BeautifulSoup(html, "lxml")
    unwrap(soup)
    _tidy(soup, html)
    blocks, _ = read_elements(soup, Addresses(url, url))
    return blocks


def read_elements(post: Tag, addresses: Addresses) -> tuple[Blocks, list[Dropped]]:
    """Read elements as blocks, footnotes last, and say which pictures of galleries were left out."""
    notes = find_notes(post)
    reader = BlockReader(addresses, {name: note.label for name, note in notes.items()})
    footnotes = (Footnote(note.label, reader.read(note.element.children)) for note in notes.values())
    return (*reader.read([post]), *footnotes), reader.dropped


def _tidy(soup: BeautifulSoup, html: str) -> None:
    """Take out what nobody sees, and make plain elements of what engines make of players, cards, code and signs."""
    page = Page(soup, html)
    show_players(page)
    spell_boxes(page)
    remove_unseen(soup)
    rename(page)
    simplify(page)
    join_lists(soup)
    settle_sidenotes(page)
    box_code(page)
    spell_symbols(page)


def _make_post(metadata: Metadata, blocks: Blocks) -> Post:
    title = metadata.title or next((plain_text(block.content) for block in blocks if isinstance(block, Heading)), "")
    return Post(
        title=title,
        blocks=settle_levels(drop_repeated_title(title, blocks)),
        author=metadata.author,
        date=metadata.date,
        language=metadata.language,
        url=metadata.url,
        summary=metadata.summary,
        lead_image=metadata.image,
    )


def _base(soup: BeautifulSoup, url: str) -> str:
    base = soup.find("base", href=True)
    return Addresses(url).picture(str(base["href"])) if base is not None else url


def _is_walled(soup: BeautifulSoup) -> bool:
    """Whether a page says that the rest of its post is for those who pay or sign in."""
    data = " ".join(script.get_text() for script in soup.find_all("script", type="application/ld+json"))
    text = soup.get_text(" ")
    return bool(re.search(r'"isAccessibleForFree"\s*:\s*"?false', data, re.IGNORECASE) or _WALL.search(text))


def _warnings(blocks: Blocks, judged: Shingles, *, is_walled: bool) -> Iterator[str]:
    """Say where the judge and what was kept disagree, and where a page looks like the beginning of a paid post."""
    words = "\n".join(words_of(block) for block in blocks)
    kept = shingle_lines(words)
    if not kept:
        yield "No post was found on the page. Copy it into a text file, and name that."
    elif judged and len(kept & judged) / len(judged) < AGREEMENT:
        yield "Some of what looks like the post was not kept: compare the issue with the page."
    elif judged and share_of(words, judged) < AGREEMENT:
        yield "Some of what was kept does not look like the post: compare the issue with the page."
    if is_walled and len(words.split()) < WALL_WORDS:
        yield "The page looks like the beginning of a post that only subscribers can read."
