"""What an address or standard input gave → a reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsletter.decoding import decode_html
from newsletter.errors import SourceError
from newsletter.sources.files import decode_text
from newsletter.sources.markdown import read_markdown_post
from newsletter.sources.page.page import read_page
from newsletter.sources.text import read_text_post

if TYPE_CHECKING:
    from newsletter.model import Reading
    from newsletter.sources.fetching import Fetched
    from newsletter.sources.options import Options

PAGE_TYPES = ("text/html", "application/xhtml", "application/xml", "text/xml")


def read_fetched(fetched: Fetched, url: str, options: Options) -> Reading:
    """Read the post that `url` gave: a page, Markdown or text. Raises SourceError where it is none of them."""
    if fetched.media_type in {"text/plain", "text/markdown"}:
        text = decode_text(fetched.data, url, fetched.charset)
        is_markdown = fetched.media_type == "text/markdown"
        reading = read_markdown_post(text, url) if is_markdown else read_words(text, url, options)
        return replace(reading, post=replace(reading.post, url=fetched.url))
    if not fetched.media_type.startswith(PAGE_TYPES):
        hint = "Name the page of a post, a feed, or save the post as text."
        raise SourceError(f"It is no page: its type is “{fetched.media_type}”.", hint=hint, file=url)
    return read_page(decode_html(fetched.data, fetched.charset), fetched.url, options.keep)


def read_words(text: str, name: str, options: Options) -> Reading:
    """Read Markdown where the first line says that it is, by front matter or a heading; else plain text.

    `name` is that of the file, empty where there is none.
    """
    if text.lstrip().startswith(("---\n", "+++\n", "# ")):
        return read_markdown_post(text, name)
    return read_text_post(text, name, options.keep)
