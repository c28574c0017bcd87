"""The entries of a feed, wherever it is named → sources."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsletter.decoding import decode_html
from newsletter.errors import SourceError
from newsletter.model import Post, Reading
from newsletter.sources.counting import count_blocks
from newsletter.sources.feeds import choose_entry, is_feed, read_feed
from newsletter.sources.fetched import read_fetched
from newsletter.sources.fetching import Fetcher
from newsletter.sources.files import name_file, read_bytes
from newsletter.sources.outline import settle_levels
from newsletter.sources.page.links import join_url
from newsletter.sources.page.page import read_fragment, saved_from
from newsletter.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.sources.feeds import Entry
    from newsletter.sources.options import Options

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,300}?-->\s*)*<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_url(name: str) -> bool:
    """Whether the name of a source is an address on the web."""
    return name.lower().startswith(("http://", "https://"))


def is_page(data: bytes) -> bool:
    """Whether bytes begin as a page does."""
    return _PAGE.match(data) is not None


def list_entries(name: str, options: Options) -> list[Entry]:
    """List the entries of the feed that `name` is, or that its page names. Raises SourceError where there is none."""
    with Fetcher(allow_private=options.allow_private) as fetcher:
        if is_url(name):
            fetched = fetcher.fetch(name)
            return find_entries(fetched.data, fetched.url, fetcher)
        data = read_bytes(name_file(name))
        return find_entries(data, saved_from(decode_html(data)), fetcher, name)


def find_entries(data: bytes, url: str, fetcher: Fetcher, name: str = "") -> list[Entry]:
    """Read the entries of a feed, or of the one that a page names in <link rel=alternate>.

    `url` is the address of the page, `name` that of its file. Raises SourceError where there is no feed.
    """
    if is_feed(data) or not is_page(data):
        return read_feed(data, url, name)
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(decode_html(data), "lxml")
    stated = soup.find("link", rel="canonical", href=True)
    base = url or (str(stated["href"]) if stated else "")
    for link in soup.find_all("link", rel="alternate", href=True):
        kind = str(link.get("type"))
        target = join_url(base, str(link["href"]))
        if any(word in kind for word in ("rss", "atom", "feed+json")) and is_url(target):
            fetched = fetcher.fetch(target)
            return read_feed(fetched.data, fetched.url)
    hint = "Name the feed's own address, or leave --entry, --since and --list out to take the page itself."
    raise SourceError("The page names no feed.", hint=hint, file=name or url)


def read_entries(entries: list[Entry], options: Options) -> Iterator[Source | SourceError]:
    """Read the newest entry, the one that was asked for, or all since a day; of many, yield the error of each failure.

    Raises SourceError where there is none, or where the only one cannot be read.
    """
    if not options.since:
        yield _read_entry(choose_entry(entries, options.entry) if options.entry else entries[0], options)
        return
    chosen = [entry for entry in entries if entry.date and entry.date >= options.since]
    if not chosen:
        raise SourceError(f"The feed has no entry since {options.since}.", hint="See them with --list.")
    for entry in chosen:
        try:
            source: Source | SourceError = _read_entry(entry, options)
        except SourceError as error:
            source = error
        yield source


def _read_entry(entry: Entry, options: Options) -> Source:
    """Read an entry's page where the feed has only its beginning; where the page cannot be had, that beginning."""
    warnings: tuple[str, ...] = ()
    if entry.needs_page:
        try:
            with Fetcher(allow_private=options.allow_private) as fetcher:
                reading = read_fetched(fetcher.fetch(entry.url), entry.url, options)
            return Source(replace(reading, post=_complete(reading.post, entry)))
        except SourceError as error:
            if not entry.has_words:
                raise
            words = f"“{entry.title}” holds only what the feed says of it, for its page cannot be had: {error}"
            warnings = (words,)
    blocks = settle_levels(read_fragment(entry.html, entry.url))
    post = _complete(Post(entry.title, blocks), entry)
    return Source(Reading(post, warnings=warnings, counts=count_blocks(blocks)))


def _complete(post: Post, entry: Entry) -> Post:
    """Fill what a post does not say from what its feed says."""
    return replace(
        post,
        title=entry.title or post.title,
        author=post.author or entry.author,
        date=post.date or entry.date,
        language=post.language or entry.language,
        url=entry.url or post.url,
        lead_image=post.lead_image or entry.image,
    )
