"""Whatever a person names as SOURCE → readings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.decoding import decode_html, is_binary
from newsletter.errors import SourceError
from newsletter.sources.entries import find_entries, is_page, is_url, read_entries
from newsletter.sources.feeds import is_feed, read_feed
from newsletter.sources.fetched import read_fetched, read_words
from newsletter.sources.fetching import Fetcher
from newsletter.sources.files import SAVE_AS_TEXT, decode_text, name_file, read_bytes, read_standard_input
from newsletter.sources.markdown import read_markdown_post
from newsletter.sources.page.page import read_page, saved_from
from newsletter.sources.source import Source
from newsletter.sources.wishes import drop_passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.sources.options import Options

STANDARD_INPUT = "-"
MARKDOWN_ENDINGS = {".md", ".markdown", ".mdown", ".mkd"}
TEXT_ENDINGS = {".txt", ".text", ""}
PAGE_ENDINGS = {".html", ".htm", ".xhtml"}
FEED_ENDINGS = {".xml", ".rss", ".atom", ".rdf", ".json"}


def read_sources(name: str, options: Options) -> Iterator[Source | SourceError]:
    """Read the posts that `name` means; of a feed's entries since a day, those that cannot be read are errors.

    A URL or a file of a page, a feed (the newest entry, the chosen one, or all since a day), Markdown, plain text,
    .docx, or `-` for standard input. Raises SourceError where it cannot be read.
    """
    for source in _read_url(name, options) if is_url(name) else _read_file(name, options):
        if isinstance(source, Source):
            source = replace(source, reading=drop_passages(source.reading, options.drop))  # noqa: PLW2901 - less what is to go
        yield source


def _read_url(url: str, options: Options) -> Iterator[Source | SourceError]:
    with Fetcher(allow_private=options.allow_private) as fetcher:
        fetched = fetcher.fetch(url)
        if is_feed(fetched.data, fetched.media_type) or options.wants_feed:
            yield from read_entries(find_entries(fetched.data, fetched.url, fetcher), options)
            return
    yield Source(read_fetched(fetched, url, options))


def _read_file(name: str, options: Options) -> Iterator[Source | SourceError]:
    """Read a file by its ending; where that says nothing, by how it begins."""
    path = Path("post") if name == STANDARD_INPUT else name_file(name)
    data = read_standard_input() if name == STANDARD_INPUT else read_bytes(path)
    folder, ending = path.resolve().parent, path.suffix.lower()
    if ending in FEED_ENDINGS or (ending in TEXT_ENDINGS and is_feed(data)):
        yield from read_entries(read_feed(data, name=name), options)
    elif ending in PAGE_ENDINGS or (ending in TEXT_ENDINGS and is_page(data)):
        if is_binary(data):
            raise SourceError("It is not HTML.", hint=SAVE_AS_TEXT, file=name)
        html = decode_html(data)
        if options.wants_feed:
            with Fetcher(allow_private=options.allow_private) as fetcher:
                yield from read_entries(find_entries(data, saved_from(html), fetcher, name), options)
            return
        yield Source(read_page(html, saved_from(html), options.keep, folder), folder)
    elif options.wants_feed:
        raise SourceError("It is no feed: --entry and --since choose among entries.", hint="Leave them out.", file=name)
    elif ending in MARKDOWN_ENDINGS:
        yield Source(read_markdown_post(decode_text(data, name), name), folder)
    elif ending in TEXT_ENDINGS:
        yield Source(read_words(decode_text(data, name), "" if name == STANDARD_INPUT else name, options), folder)
    elif ending == ".docx":
        # mammoth is slow to load, and few posts need it.
        from newsletter.sources.documents import read_document

        reading, pictures = read_document(data, name)
        yield Source(reading, pictures=pictures)
    else:
        hint = "Name a URL, or an .html, .md, .txt, .docx or feed file, or - for standard input."
        raise SourceError(f"Posts cannot be read from “{ending}” files.", hint=hint, file=name)
