"""Several posts → one: a section each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newsletter.blocks import map_blocks, map_inlines, plain_text
from newsletter.model import (
    Block,
    Blocks,
    Divider,
    Footnote,
    FootnoteReference,
    Guess,
    Heading,
    Image,
    Link,
    Paragraph,
    Post,
    Reading,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsletter.model import Inline, Inlines

SUMMARY_WORDS = 60


def make_digest(readings: Sequence[Reading], *, is_full: bool = False) -> Reading:
    """Make one reading of several: each post is a section with its title, lead picture, first paragraph and a link.

    `is_full` puts whole posts into the sections. The title is proposed from those of the posts.
    """
    posts = _number_notes([reading.post for reading in readings])
    parts = [block for post in posts for block in _section(post, is_full=is_full)]
    if isinstance(parts[-1], Divider):
        parts.pop()
    blocks = (*(block for block in parts if not isinstance(block, Footnote)),)
    notes = tuple(block for block in parts if isinstance(block, Footnote))
    title = f"{readings[0].post.title}, and {len(readings) - 1} more"
    counts = {kind: sum(reading.counts.get(kind, 0) for reading in readings) for kind in readings[0].counts}
    return Reading(
        post=Post(title, (*blocks, *notes), language=readings[0].post.language),
        dropped=tuple(dropped for reading in readings for dropped in reading.dropped),
        guesses=(Guess("the title", title), *(guess for reading in readings for guess in reading.guesses)),
        warnings=(*(warning for reading in readings for warning in reading.warnings), *_without_link(posts, is_full)),
        counts=counts,
    )


def _without_link(posts: Sequence[Post], is_full: bool) -> Iterator[str]:  # noqa: FBT001 - as the digest is
    """Name the posts whose sections cannot lead to the whole."""
    for post in posts if not is_full else ():
        if not post.url:
            hint = "name the address of its page as the source, or say it in the file (canonical_url, rel=canonical)."
            yield f"“{post.title}” has no link to the whole post, for nobody knows its address: {hint}"


def _number_notes(posts: Sequence[Post]) -> list[Post]:
    """Number the footnotes of several posts through, so that no two have the same label."""
    numbered: list[Post] = []
    count = 0
    for post in posts:
        notes = [block for block in post.blocks if isinstance(block, Footnote)]
        labels = {note.label: str(count + number) for number, note in enumerate(notes, 1)}
        count += len(notes)
        numbered.append(replace(post, blocks=map_blocks(post.blocks, partial(_relabel, labels=labels))))
    return numbered


def _relabel(block: Block, labels: Mapping[str, str]) -> Block:
    def change(inline: Inline) -> Inlines:
        if isinstance(inline, FootnoteReference):
            inline = FootnoteReference(labels.get(inline.label, inline.label))
        return (inline,)

    block = map_inlines(block, change)
    return replace(block, label=labels[block.label]) if isinstance(block, Footnote) else block


def _section(post: Post, *, is_full: bool) -> Iterator[Block]:
    yield Heading(2, (Text(post.title),))
    if is_full:
        yield from (_lower(block) for block in post.blocks)
    else:
        yield from _beginning(post)
    if post.url and not is_full:
        yield Paragraph((Link(post.url, (Text(f"Read: {post.title}"),)),))
    elif is_full:
        yield Divider()


def _beginning(post: Post) -> Blocks:
    """Take the lead picture, and the summary or the first paragraph."""
    lead = Image(post.lead_image, None) if post.lead_image else None
    image = next((block for block in post.blocks if isinstance(block, Image)), lead)
    paragraph = next((block for block in post.blocks if isinstance(block, Paragraph)), None)
    summary = Paragraph((Text(post.summary),)) if post.summary else paragraph
    if summary is paragraph and paragraph is not None:
        words = plain_text(paragraph.content).split()
        if len(words) > SUMMARY_WORDS:
            summary = Paragraph((Text(" ".join(words[:SUMMARY_WORDS]) + " …"),))
    # The notes stand below the whole post, and not in its beginning.
    return tuple(map_inlines(block, _without_mark) for block in (image, summary) if block is not None)


def _without_mark(inline: Inline) -> Inlines:
    return () if isinstance(inline, FootnoteReference) else (inline,)


def _lower(block: Block) -> Block:
    """Put a heading one level down, below its post's title."""
    return replace(block, level=min(block.level + 1, 6)) if isinstance(block, Heading) else block
