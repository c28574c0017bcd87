"""A Markdown file with YAML front matter → a reading."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.blocks import is_safe_target, map_blocks, map_inlines, plain_text
from newsletter.errors import SourceError
from newsletter.markdown.front_matter import FrontMatterError, split_front_matter
from newsletter.markdown.reading import read_markdown
from newsletter.model import Dropped, Guess, Heading, Link, Post, Reading
from newsletter.sources.counting import count_blocks
from newsletter.sources.inner_html import close_gaps
from newsletter.sources.outline import drop_repeated_title, settle_levels, take_title
from newsletter.sources.page.page import read_fragment
from newsletter.sources.shortcodes import read_shortcodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsletter.model import Blocks, Inline, Inlines


def read_markdown_post(text: str, name: str) -> Reading:
    """Read a Markdown post; `name` is its file's, for errors. Raises SourceError for front matter that is not YAML."""
    try:
        fields, body = split_front_matter(text)
    except FrontMatterError as error:
        hint = "Put quotes around a value with a colon in it, and close the front matter with “---”."
        raise SourceError(f"{error.message}.", hint=hint, file=name, line=error.line) from error
    body, shortcodes = read_shortcodes(body)
    blocks, dropped = read_markdown(close_gaps(body), read_fragment)
    dropped = (*shortcodes, *dropped)
    blocks, dropped_links = drop_unsafe_links(blocks)
    dropped = (*dropped, *dropped_links)
    title = _text(fields, "title")
    heading, rest = take_title(blocks)
    guesses = []
    if not title and heading:
        title, blocks = heading, rest
    elif not title:
        title = _first_heading(blocks) or Path(name).stem
        guesses += [Guess("the title", title)] if title else []
    blocks = drop_repeated_title(title, blocks)
    post = Post(
        title=title,
        blocks=settle_levels(blocks),
        author=_text(fields, "author"),
        date=_date(fields),
        language=_text(fields, "language", "lang"),
        url=_text(fields, "canonical_url", "url", "source"),
        summary=_text(fields, "description", "summary", "excerpt"),
        lead_image=_text(fields, "image", "featured_image", "cover", "thumbnail", "hero"),
    )
    return Reading(post, dropped, tuple(guesses), counts=count_blocks(blocks))


def drop_unsafe_links(blocks: Blocks) -> tuple[Blocks, tuple[Dropped, ...]]:
    """Keep the words of links that an email must not hold (javascript:, data:, file: and the like), and say which."""
    dropped: list[Dropped] = []

    def change(inline: Inline) -> Inlines:
        if isinstance(inline, Link) and not is_safe_target(inline.target):
            dropped.append(Dropped(plain_text(inline.content), f"leads to {inline.target[:20]}…", inline.line))
            return inline.content
        return (inline,)

    return map_blocks(blocks, lambda block: map_inlines(block, change)), tuple(dropped)


def _text(fields: Mapping[str, object], *names: str) -> str:
    """Take the first of these fields that is plain text; a list of authors is joined."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = ", ".join(value)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def _date(fields: Mapping[str, object]) -> datetime.date | None:
    value = fields.get("date")
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _first_heading(blocks: Blocks) -> str:
    return next((plain_text(block.content) for block in blocks if isinstance(block, Heading)), "")
