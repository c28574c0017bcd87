"""Blocks → the plain-text part, for people who read mail without HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from newsletter.model import (
    Block,
    Blocks,
    Button,
    Callout,
    Code,
    CodeBlock,
    Divider,
    Emphasis,
    Footnote,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Strikethrough,
    Strong,
    Table,
    Text,
    Video,
)
from newsletter.rendering.wrapping import WIDTH, width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

UNDERLINES = {1: "=", 2: "-"}


@dataclass(frozen=True, slots=True)
class TextWriter:
    """Writes blocks as text, with the words of the issue's language."""

    strings: Mapping[str, str]
    note_numbers: Mapping[str, str]

    def write(self, blocks: Blocks, width: int = WIDTH, gap: str = "\n\n") -> str:
        """Write blocks with `gap` between them; decorative images have no text."""
        return gap.join(text for block in blocks if (text := self._block(block, width)))

    def _block(self, block: Block, width: int) -> str:
        match block:
            case Heading(level, content):
                return underline(self._inlines(content), level, width)
            case Paragraph(content):
                return wrap(self._inlines(content), width)
            case List():
                return self._list(block, width)
            case Quote(inner):
                return _indent(self.write(inner, width - 2), "> ")
            case Callout(kind, inner):
                label = self.strings.get(f"callout_{kind}", "")
                return _indent("\n\n".join(filter(None, [label, self.write(inner, width - 2)])), "| ")
            case Image():
                return self._image(block, width)
            case Button(target, content):
                return wrap(with_target(self._inlines(content), target), width)
            case Video(target, title):
                return wrap(with_target(self.strings["video"].replace("{title}", title), target), width)
            case Table():
                return self._table(block, width)
            case CodeBlock(text):
                return _indent(text, "    ")
            case Divider():
                return "* * *"
            case Footnote(label, inner):
                number = f"[{self.note_numbers.get(label, label)}] "
                return _hang(self.write(inner, width - len(number)), number)
        assert_never(block)

    def _inlines(self, content: Inlines) -> str:
        return "".join(self._inline(inline) for inline in content)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text) | Code(text):
                return text
            case LineBreak():
                return "\n"
            case Link(target, content):
                return with_target(self._inlines(content), target)
            case FootnoteReference(label):
                return f"[{self.note_numbers.get(label, label)}]"
            case Emphasis(content) | Strong(content):
                return self._inlines(content)
            case Strikethrough(content):
                # A line through words is nothing that plain text has; without a word they would seem to hold.
                return _say(self.strings["deleted"], self._inlines(content))
        assert_never(inline)

    def _list(self, block: List, width: int) -> str:
        # A list of single paragraphs, also one with lists inside it, stays close together.
        is_tight = all(_is_plain(item) for item in block.items)
        gap = "\n" if is_tight else "\n\n"
        items = []
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}. " if block.ordered else "- "
            items.append(_hang(self.write(item.blocks, width - len(mark), gap), mark))
        return gap.join(items)

    def _image(self, image: Image, width: int) -> str:
        lines = []
        if not image.decorative:
            lines.append(with_target(name_image(self.strings, image.alt or "?"), image.target))
        if image.caption:
            lines.append(self._inlines(image.caption))
        return "\n".join(wrap(line, width) for line in lines)

    def _table(self, table: Table, width: int) -> str:
        """Write each row as lines `header: cell`, which a screen reader and a phone can follow.

        The header stands alone before them where it links somewhere, so that no link comes again with each row.
        """
        header = [self._words_alone(cell) for cell in table.header]
        whole = [self._inlines(cell) for cell in table.header]
        rows = [
            "\n".join(
                wrap(f"{name}: {words}" if name else words, width)
                for name, cell in zip(header, row, strict=False)
                if (words := self._inlines(cell))
            )
            for row in table.rows
        ]
        caption = [wrap(self._inlines(table.caption), width)] if table.caption else []
        first = [wrap(" · ".join(filter(None, whole)), width)] if whole != header or not rows else []
        return "\n\n".join([*caption, *first, *filter(None, rows)])

    def _words_alone(self, content: Inlines) -> str:
        """Inline content without where its links lead."""
        return "".join(
            self._words_alone(inline.content) if isinstance(inline, Link) else self._inline(inline)
            for inline in content
        )


def _is_plain(item: ListItem) -> bool:
    """Whether an item is one paragraph, with nothing below it but lists of such items."""
    first, rest = item.blocks[:1], item.blocks[1:]
    return all(isinstance(block, Paragraph) for block in first) and all(
        isinstance(block, List) and all(map(_is_plain, block.items)) for block in rest
    )


def underline(words: str, level: int, width: int = WIDTH) -> str:
    """Write a heading with a line of `=` (level 1), `-` (level 2) or `~` (deeper) under it."""
    text = wrap(words, width)
    longest = max(width_of(line) for line in text.split("\n"))
    return f"{text}\n{UNDERLINES.get(level, '~') * longest}"


def name_image(strings: Mapping[str, str], alt: str) -> str:
    """Say what a picture shows."""
    return _say(strings["image"], alt)


def _say(what: str, words: str) -> str:
    """Say what words are, where their looks cannot."""
    return f"[{what}: {words}]"


def with_target(words: str, target: str) -> str:
    """Put where a link leads behind its words."""
    if not target or words == target:
        return words if not target else f"<{target}>"
    return f"{words} <{target}>"


def _indent(text: str, mark: str) -> str:
    return "\n".join((mark + line).rstrip() for line in text.split("\n")) if text else ""


def _hang(text: str, mark: str) -> str:
    """Put a mark before the first line and as much room before the others."""
    return re.sub(r"\n(?=[^\n])", "\n" + " " * len(mark), (mark + text).rstrip())
