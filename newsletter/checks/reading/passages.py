"""The passages of a document: headings, items, captions, cells and paragraphs, each with its place.

An issue gives its blocks, any HTML its innermost block elements, an email without HTML its paragraphs. A line break
inside a passage is a newline.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from newsletter.blocks import inlines_of, plain_text
from newsletter.checks.document import INVISIBLE
from newsletter.checks.recalling import recalled
from newsletter.model import (
    Button,
    Callout,
    CodeBlock,
    Footnote,
    Heading,
    Image,
    LineBreak,
    List,
    Quote,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document
    from newsletter.model import Block, Blocks, Inlines


class Kind(Enum):
    """What a passage is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "list item"
    QUOTE = "quote"
    CAPTION = "caption"
    CELL = "table cell"
    BUTTON = "button"
    CALLOUT = "callout"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that belong together; `line` is one of issue.md, `element` one of the HTML, where that is what is read."""

    text: str
    kind: Kind = Kind.PARAGRAPH
    line: int = 0
    element: Tag | None = None


_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
    **dict.fromkeys(("li", "dd", "dt"), Kind.ITEM),
    **dict.fromkeys(("figcaption", "caption"), Kind.CAPTION),
    **dict.fromkeys(("th",), Kind.CELL),
    **dict.fromkeys(("blockquote",), Kind.QUOTE),
    **dict.fromkeys(("p", "td", "div", "body", "article", "section", "main", "header", "footer"), Kind.PARAGRAPH),
}
_NOT_PROSE = frozenset({"pre", "textarea", "select", "button"})
_SPACE = re.compile(rf"[^\S\n]+|[{INVISIBLE}]")


@functools.lru_cache(maxsize=1)
def passages_of(document: Document) -> tuple[Passage, ...]:
    """List the passages of a document that have words; the rules ask for them one after another."""
    letter = document.letter
    if letter is not None:
        found = passages_of_blocks(letter.blocks)
    elif document.text and not document.words(document.soup):
        found = passages_of_text(document.text)
    else:
        found = iter(passages_of_html(document))
    return tuple(passage for passage in found if passage.text)


def passages_of_text(text: str) -> Iterator[Passage]:
    """Yield the paragraphs of plain text, whose lines are wrapped anywhere."""
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        yield Passage(" ".join(paragraph.split()))


def passages_of_blocks(blocks: Blocks, around: Kind = Kind.PARAGRAPH, line: int = 0) -> Iterator[Passage]:
    """Yield the passages of an issue; code is none. `around` is the kind of what holds the blocks, `line` its line."""
    for block in blocks:
        place = block.line or line
        match block:
            case List(items):
                for item in items:
                    yield from passages_of_blocks(item.blocks, Kind.ITEM, item.line or place)
            case Quote(inner):
                yield from passages_of_blocks(inner, Kind.QUOTE, place)
            case Callout(_, inner):
                yield from passages_of_blocks(inner, Kind.CALLOUT, place)
            case Footnote(_, inner):
                yield from passages_of_blocks(inner, around, place)
            case CodeBlock():
                pass
            case _:
                kind = _kind_of(block, around)
                yield from (Passage(_text_of(content), kind, place) for content in inlines_of(block))


def _kind_of(block: Block, around: Kind) -> Kind:
    match block:
        case Heading():
            return Kind.HEADING
        case Image():
            return Kind.CAPTION
        case Table():
            return Kind.CELL
        case Button():
            return Kind.BUTTON
    return around


def _text_of(content: Inlines) -> str:
    return _tidy(plain_text(tuple(Text("\n") if inline == LineBreak() else inline for inline in content)))


@recalled
def _tidy(text: str) -> str:
    return "\n".join(line.strip() for line in _SPACE.sub(" ", text).split("\n")).strip()


@functools.lru_cache(maxsize=1)
def passages_of_html(document: Document) -> tuple[Passage, ...]:
    """List the runs of words that lie in the same innermost block element."""
    return tuple(_read_html(document))


def _read_html(document: Document) -> Iterator[Passage]:
    holders: dict[int, Tag | None] = {}
    holder: Tag | None = None
    pieces: list[str] = []
    for node in document.soup.descendants:
        if isinstance(node, Tag):
            pieces += ["\n"] if node.name == "br" and holder is not None else []
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString) and node.parent:
            if not document.is_exposed(node.parent) or (not node.strip() and not pieces):
                continue
            here = _holder(node.parent, holders)
            if here is not holder and node.strip():
                yield _passage(holder, pieces)
                holder, pieces = here, []
            pieces.append(" ".join(node.split("\n")))
    yield _passage(holder, pieces)


def _holder(element: Tag, known: dict[int, Tag | None]) -> Tag | None:
    """Find the innermost block element at or around an element; remember it for each element on the way."""
    way: list[Tag] = []
    node: Tag | None = element
    while node is not None and id(node) not in known and node.name not in _KINDS and node.name not in _NOT_PROSE:
        way.append(node)
        node = node.parent
    found = None if node is None else known.get(id(node), node)
    known.update({id(passed): found for passed in way})
    return found


def _passage(holder: Tag | None, pieces: list[str]) -> Passage:
    if holder is not None and holder.name in _NOT_PROSE:
        return Passage("")
    kind = _KINDS.get(holder.name, Kind.PARAGRAPH) if holder is not None else Kind.PARAGRAPH
    return Passage(_tidy("".join(pieces)), kind, element=holder)
