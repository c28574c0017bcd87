"""Whatever a person names as SOURCE → readings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newsletter.blocks import words_of
from newsletter.decoding import decode_html
from newsletter.errors import SourceError
from newsletter.model import Dropped, Post, Reading
from newsletter.sources.counting import count_blocks
from newsletter.sources.feeds import choose_entry, is_feed, read_feed
from newsletter.sources.fetching import Fetcher
from newsletter.sources.files import read_bytes, read_source, read_standard_input
from newsletter.sources.markdown import read_markdown_post
from newsletter.sources.outline import settle_levels
from newsletter.sources.page.page import read_fragment, read_page, saved_from
from newsletter.sources.page.pruning import begins_with
from newsletter.sources.text import read_text_post

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsletter.sources.feeds import Entry
    from newsletter.sources.options import Options

STANDARD_INPUT = "-"
MARKDOWN_ENDINGS = {".md", ".markdown", ".mdown", ".mkd"}
TEXT_ENDINGS = {".txt", ".text", ""}
PAGE_ENDINGS = {".html", ".htm", ".xhtml"}
FEED_ENDINGS = {".xml", ".rss", ".atom", ".rdf", ".json"}
FIRST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Source:
    """A source, read: where its relative pictures lie, the pictures that it holds itself, the entry that it was."""

    reading: Reading
    folder: Path | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    guid: str = ""


def read_sources(name: str, options: Options) -> Iterator[Source]:
    """Read the posts that `name` means.

    A URL or a file of a page, a feed (the newest entry, the chosen one, or all since a day), Markdown, plain text,
    .docx, or `-` for standard input. Raises SourceError where it cannot be read.
    """
    for source in _read(name, options):
        yield replace(source, reading=_drop(source.reading, options.drop))


def list_entries(name: str, options: Options) -> list[Entry]:
    """List the entries of the feed that `name` is, or that its page names. Raises SourceError where there is none."""
    if _is_url(name):
        with Fetcher(allow_private=options.allow_private) as fetcher:
            fetched = fetcher.fetch(name)
            data, url = _find_feed(fetched.data, fetched.url, fetcher)
            return read_feed(data, url)
    return read_feed(read_bytes(Path(name)), name=name)


def _read(name: str, options: Options) -> Iterator[Source]:
    if _is_url(name):
        yield from _read_url(name, options)
        return
    if name == STANDARD_INPUT:
        text = read_standard_input()
        reading = read_markdown_post(text, "post") if _is_markdown(text) else read_text_post(text, "post", options.keep)
        yield Source(reading, Path.cwd())
        return
    path = Path(name)
    folder = path.resolve().parent
    ending = path.suffix.lower()
    if ending in MARKDOWN_ENDINGS:
        yield Source(read_markdown_post(read_source(path), name), folder)
    elif ending in TEXT_ENDINGS:
        yield Source(read_text_post(read_source(path), name, options.keep), folder)
    elif ending in PAGE_ENDINGS:
        html = decode_html(read_bytes(path))
        yield Source(read_page(html, saved_from(html), options.keep, folder), folder)
    elif ending == ".docx":
        # mammoth is slow to load, and few posts need it.
        from newsletter.sources.documents import read_document

        reading, pictures = read_document(read_bytes(path), name)
        yield Source(reading, pictures=pictures)
    elif ending in FEED_ENDINGS:
        yield from _read_entries(read_feed(read_bytes(path), name=name), options)
    else:
        hint = "Name a URL, or an .html, .md, .txt, .docx or feed file, or - for standard input."
        raise SourceError(f"Posts cannot be read from “{ending}” files.", hint=hint, file=name)


def _read_url(url: str, options: Options) -> Iterator[Source]:
    with Fetcher(allow_private=options.allow_private) as fetcher:
        fetched = fetcher.fetch(url)
        wants_feed = bool(options.entry or options.since)
        if is_feed(fetched.data, fetched.media_type) or wants_feed:
            data, feed_url = _find_feed(fetched.data, fetched.url, fetcher)
            yield from _read_entries(read_feed(data, feed_url), options)
            return
    if fetched.media_type in {"text/plain", "text/markdown"}:
        text = fetched.data.decode("utf-8", errors="replace")
        reading = read_markdown_post(text, url) if _is_markdown(text) else read_text_post(text, url, options.keep)
        yield Source(replace(reading, post=replace(reading.post, url=fetched.url)))
        return
    if not fetched.media_type.startswith(("text/html", "application/xhtml", "application/xml", "text/xml")):
        hint = "Name the page of a post, a feed, or save the post as text."
        raise SourceError(f"It is no page: its type is “{fetched.media_type}”.", hint=hint, file=url)
    yield Source(read_page(decode_html(fetched.data, fetched.charset), fetched.url, options.keep))


def _find_feed(data: bytes, url: str, fetcher: Fetcher) -> tuple[bytes, str]:
    """Give the feed itself, or fetch the one that a page names in <link rel=alternate>."""
    if is_feed(data):
        return data, url
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(decode_html(data), "lxml")
    for link in soup.find_all("link", rel="alternate", href=True):
        if "rss" in str(link.get("type")) or "atom" in str(link.get("type")) or "feed+json" in str(link.get("type")):
            fetched = fetcher.fetch(urljoin(url, str(link["href"])))
            return fetched.data, fetched.url
    raise SourceError("The page names no feed.", hint="Name the feed's own address.", file=url)


def _read_entries(entries: list[Entry], options: Options) -> Iterator[Source]:
    if options.since:
        chosen = [entry for entry in entries if entry.date and entry.date >= options.since]
        if not chosen:
            raise SourceError(f"The feed has no entry since {options.since}.", hint="See them with --list.")
    else:
        chosen = [choose_entry(entries, options.entry)] if options.entry else entries[:1]
    for entry in chosen:
        yield _read_entry(entry, options)


def _read_entry(entry: Entry, options: Options) -> Source:
    if entry.needs_page:
        with Fetcher(allow_private=options.allow_private) as fetcher:
            fetched = fetcher.fetch(entry.url)
        reading = read_page(decode_html(fetched.data, fetched.charset), fetched.url, options.keep)
        return Source(replace(reading, post=_complete(reading.post, entry)), guid=entry.guid)
    blocks = settle_levels(read_fragment(entry.html, entry.url))
    post = _complete(Post(entry.title, blocks), entry)
    return Source(Reading(post, counts=count_blocks(blocks)), guid=entry.guid)


def _complete(post: Post, entry: Entry) -> Post:
    """Fill what a post does not say from what its feed says."""
    return replace(
        post,
        title=entry.title or post.title,
        author=post.author or entry.author,
        date=post.date or entry.date,
        language=post.language or entry.language,
        url=entry.url or post.url,
    )


def _drop(reading: Reading, beginnings: tuple[str, ...]) -> Reading:
    """Leave out the blocks that begin with words that a person named."""
    if not beginnings:
        return reading
    gone = [block for block in reading.post.blocks if begins_with(words_of(block), beginnings)]
    blocks = tuple(block for block in reading.post.blocks if block not in gone)
    dropped = [Dropped(" ".join(words_of(block).split()[:FIRST_WORDS]), "as you asked", block.line) for block in gone]
    return replace(reading, post=replace(reading.post, blocks=blocks), dropped=(*reading.dropped, *dropped))


def _is_url(name: str) -> bool:
    return name.lower().startswith(("http://", "https://"))


def _is_markdown(text: str) -> bool:
    """Whether text says by its first line that it is Markdown: front matter or a heading."""
    return text.lstrip().startswith(("---\n", "+++\n", "# "))
