"""The words below a picture or a table that are its caption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.markdown.inlines import trim
from newsletter.model import Emphasis, Image, Paragraph, Quote, Table, Text
from newsletter.sources.page.elements import classes_of
from newsletter.sources.page.shaping import has_link, on_one_line, with_caption

if TYPE_CHECKING:
    from bs4 import Tag

    from newsletter.model import Blocks, Inlines
    from newsletter.sources.page.inlines import InlineReader

_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:thumb|figure-?|fig-?)?caption(?:$|\s|[_-]text)|(?:image|photo|media|picture)-?caption",
    re.IGNORECASE,
)
_NO_WORDS = ["img", "picture", "figure", "table", "iframe", "video", "pre", "blockquote"]


def is_caption(element: Tag) -> bool:
    """Whether an element holds the words of a caption: its name or class says so, and nothing but words is in it."""
    is_named = element.name == "figcaption" or bool(_CAPTION.search(classes_of(element)))
    return is_named and element.name != "figure" and element.find(_NO_WORDS) is None


def caption_in_italics(blocks: Blocks) -> Blocks:
    """Take the words in italics below a picture, alone in an element with it, for the picture's caption."""
    match blocks:
        case (Image(caption=()) as image, Paragraph((Emphasis(words),))):
            return (with_caption(image, on_one_line(words)),)
    return blocks


def read_captions(figure: Tag, inlines: InlineReader) -> Inlines:
    """Read the captions that are a figure's own, not those of figures in it."""
    captions = [it for it in figure.find_all("figcaption") if it.find_parent("figure") is figure]
    words: Inlines = ()
    for caption in captions:
        words = (*words, *((Text(" "),) if words else ()), *on_one_line(inlines.read(caption.children)))
    return trim(words)


def place_caption(blocks: Blocks, words: Inlines) -> Blocks:
    """Give a figure's caption to its last picture or its table, or put it below.

    Where a figure has none, the one paragraph below its one picture is it.
    """
    match blocks:
        case (Image(caption=()) as image, Paragraph(content)) if not words:
            return (with_caption(image, on_one_line(content)),)
    if not words or not blocks or any(getattr(block, "caption", ()) == words for block in blocks):
        return blocks
    places = [index for index, block in enumerate(blocks) if isinstance(block, Image | Table)]
    if places and not getattr(blocks[places[-1]], "caption", ()):
        return tuple(with_caption(block, words) if index == places[-1] else block for index, block in enumerate(blocks))
    if isinstance(quote := blocks[-1], Quote):
        return (*blocks[:-1], Quote((*quote.blocks, Paragraph(words))))
    return (*blocks, Paragraph(words if has_link(words) else (Emphasis(words),)))
