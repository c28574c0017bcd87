"""What becomes of content and blocks between the elements of a page and the blocks of a post."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bs4 import Tag

from newsletter.blocks import links_of, plain_text, walk_blocks, words_of
from newsletter.markdown.inlines import trim
from newsletter.model import (
    Button,
    Emphasis,
    FootnoteReference,
    Heading,
    Image,
    LineBreak,
    Link,
    Paragraph,
    Strong,
    Table,
    Text,
)
from newsletter.sources.page.elements import classes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bs4.element import PageElement

    from newsletter.model import Block, Blocks, Inline, Inlines

_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)", re.IGNORECASE)
# Blogger names the size of a picture behind its name, and no kind.
_SIZED = re.compile(r"googleusercontent\.com/[^?#]+=[swh]\d[\w-]*$")
MIN_CARD_BLOCKS = 2
_BUTTON = re.compile(
    r"(?:^|[-_ ])(?:button|btn)(?:$|[-_ ])|wp-block-button__link|sqs-block-button-element", re.IGNORECASE
)


def split_paragraphs(content: Inlines) -> Iterable[Inlines]:
    """Split content where two line breaks stand in a row."""
    parts: list[list[Inline]] = [[]]
    for before, inline in zip((None, *content), content, strict=False):
        if inline == LineBreak() and before == LineBreak():
            parts.append([])
        parts[-1].append(inline)
    return (trim(tuple(part)) for part in parts)


def read_button(run: Sequence[PageElement], content: Inlines) -> Button | None:
    """Read a link as a button where it stands alone and its classes say so."""
    tags = [node for node in run if isinstance(node, Tag)]
    inner = trim(content)
    if len(tags) != 1 or len(inner) != 1 or not isinstance(link := inner[0], Link):
        return None
    anchor = tags[0] if tags[0].name == "a" else tags[0].find("a")
    owners = [anchor, anchor.parent] if isinstance(anchor, Tag) else []
    classes = " ".join(classes_of(tag) for tag in owners if tag)
    words = plain_text(link.content).strip()
    return Button(link.target, (Text(words),)) if _BUTTON.search(classes) else None


def on_one_line(content: Inlines) -> Inlines:
    """Put a space for every line break."""
    return tuple(Text(" ") if inline == LineBreak() else inline for inline in content)


def without_stress(content: Inlines) -> Inlines:
    """Take the bold or italics off content that is nothing else: a heading is strong of itself."""
    match content:
        case (Strong(inner) | Emphasis(inner),):
            return without_stress(inner)
    return content


def with_caption(block: Block, words: Inlines) -> Block:
    """Give a block a caption, where it can have one."""
    return replace(block, caption=words) if isinstance(block, Image | Table) else block


def link_blocks(blocks: Blocks, target: str) -> Blocks:
    """Give blocks the link that is around them: pictures keep it, words get it.

    Of several blocks with words, a card that names another page, the first gets the link and none is a heading.
    """
    worded = [block for block in blocks if isinstance(block, Heading | Paragraph)]
    if len(worded) < MIN_CARD_BLOCKS:
        return tuple(_with_link(block, target) for block in blocks)
    plain = (Paragraph(block.content) if isinstance(block, Heading) else block for block in blocks)
    first = next(index for index, block in enumerate(blocks) if block is worded[0])
    return tuple(
        _with_link(block, target) if index == first or isinstance(block, Image) else block
        for index, block in enumerate(plain)
    )


def _with_link(block: Block, target: str) -> Block:
    """Give a block a link. A picture that leads to its own file leads nowhere; the larger file is the picture."""
    match block:
        case Image(source) if _PICTURE_FILE.search(target) or _SIZED.search(target):
            return replace(block, source=target) if _file_of(source) == _file_of(target) else block
        case Image():
            return replace(block, target=target)
        case Paragraph(content) if not has_link(content):
            return Paragraph((Link(target, content),))
        case Heading(level, content) if not has_link(content):
            return Heading(level, (Link(target, content),))
    return block


def _file_of(url: str) -> str:
    """Name the file of a picture, without its size: Blogger and Google write that before or behind the name."""
    return re.sub(r"=[swh]\d[\w-]*$", "", url.partition("?")[0]).rpartition("/")[2]


def has_link(content: Inlines) -> bool:
    """Whether content holds a link or a footnote's mark."""
    return any(
        isinstance(inline, Link | FootnoteReference) or has_link(getattr(inline, "content", ())) for inline in content
    )


def has_reference(content: Inlines) -> bool:
    """Whether content holds a footnote's mark."""
    return any(isinstance(inline, FootnoteReference) for inline in content)


def is_linked(block: Block) -> bool:
    """Whether a block has words, and all of them are in links."""
    linked = sum(_count(plain_text(link.content)) for it in walk_blocks((block,)) for link in links_of(it))
    return 0 < _count(words_of(block)) <= linked


def without_stand_in(blocks: list[Block], following: list[Block]) -> list[Block]:
    """Leave out a picture that only stood in for the one that follows: the same file in another size."""
    match blocks[-1:], following[:1]:
        case [Image(source, None, ())], [Image(other)]:
            is_stand_in = source != other and _file_of(source) == _file_of(other) != ""
            return blocks[:-1] if is_stand_in else blocks
    return blocks


def _count(words: str) -> int:
    return len(re.findall(r"\w+", words))
