"""Markdown → blocks.

CommonMark with tables, strikethrough, footnotes and attributes. Beyond it: an image or a link that stands alone in
its paragraph is a block (`{.button}`, `{.video}`), an image's title is its caption, `> [!NOTE]` opens a callout, and
a paragraph `Table: …` right above a table is its caption.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from newsletter.markdown.captions import caption_tables
from newsletter.markdown.inlines import join_text, read_inlines, trim
from newsletter.markdown.media import is_image, read_image, read_special_link
from newsletter.markdown.parser import load_parser
from newsletter.model import (
    Alignment,
    Block,
    Blocks,
    Callout,
    CodeBlock,
    Divider,
    Dropped,
    Footnote,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

CALLOUT = re.compile(r"\[!(\w+)\]\s*")


def read_markdown(text: str, read_html: Callable[[str], Blocks] | None = None) -> tuple[Blocks, tuple[Dropped, ...]]:
    """Read Markdown without front matter; lines count from 1 in `text`.

    `read_html` reads blocks of raw HTML; without it, or where it finds nothing, they are left out. Returns the blocks,
    footnotes last, and the raw HTML that was left out (comments are left out silently).
    """
    reader = _Reader(read_html)
    root = SyntaxTreeNode(load_parser().parse(text))
    return tuple(reader.read_blocks(root.children)), tuple(reader.dropped)


class _Reader:
    """Walks the syntax tree and remembers what it leaves out."""

    def __init__(self, read_html: Callable[[str], Blocks] | None) -> None:
        self._read_html = read_html
        self.dropped: list[Dropped] = []

    def read_blocks(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
        blocks = [block for node in nodes for block in self._read_block(node)]
        yield from caption_tables(blocks)

    def _read_block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        line = _line(node)
        if node.type == "heading":
            yield Heading(int(node.tag[1]), self._inlines(node), line)
        elif node.type == "paragraph":
            yield from self._read_paragraph(node.children[0], line)
        elif node.type in {"bullet_list", "ordered_list"}:
            yield self._read_list(node, line)
        elif node.type == "blockquote":
            yield self._read_quote(node, line)
        elif node.type in {"fence", "code_block"}:
            yield CodeBlock(node.content.removesuffix("\n"), node.info.split(" ")[0], line)
        elif node.type == "hr":
            yield Divider(line)
        elif node.type == "table":
            yield self._read_table(node, line)
        elif node.type == "footnote_block":
            for note in node.children:
                yield Footnote(str(note.meta["label"]), tuple(self.read_blocks(note.children)), _line(note))
        elif node.type == "html_block":
            yield from self._read_html_block(node, line)

    def _read_list(self, node: SyntaxTreeNode, line: int) -> List:
        items = tuple(ListItem(tuple(self.read_blocks(item.children)), _line(item)) for item in node.children)
        return List(items, node.type == "ordered_list", int(node.attrs.get("start", 1)), line)

    def _read_quote(self, node: SyntaxTreeNode, line: int) -> Block:
        blocks = tuple(self.read_blocks(node.children))
        match blocks:
            case (Paragraph((Text(words), *others), first_line), *following) if kind := CALLOUT.match(words):
                rest = trim(join_text((Text(words[kind.end() :]), *others)))
                return Callout(kind[1].lower(), (*((Paragraph(rest, first_line),) if rest else ()), *following), line)
        return Quote(blocks, line)

    def _read_table(self, node: SyntaxTreeNode, line: int) -> Table:
        rows = [row for part in node.children for row in part.children]
        cells = [tuple(self._inlines(cell) for cell in row.children) for row in rows]
        alignments = tuple(_alignment(cell) for cell in rows[0].children)
        return Table(cells[0], tuple(cells[1:]), alignments, line=line)

    def _read_paragraph(self, inline: SyntaxTreeNode, line: int) -> Iterator[Block]:
        """Yield the paragraph; images in it, and links that stand alone as button or video, as blocks."""
        children = [child for child in inline.children if child.type != "footnote_anchor"]
        if len(children) == 1 and (block := read_special_link(children[0], line)):
            yield block
            return
        for are_images, group in itertools.groupby(children, is_image):
            nodes = list(group)
            if are_images:
                yield from (read_image(node, line) for node in nodes)
            elif content := trim(read_inlines(nodes, line)):
                yield Paragraph(content, line)
            line += sum(node.type in {"softbreak", "hardbreak"} for node in nodes)

    def _inlines(self, node: SyntaxTreeNode) -> Inlines:
        inline = node.children[0] if node.children else None
        return trim(read_inlines(inline.children, _line(node))) if inline else ()

    def _read_html_block(self, node: SyntaxTreeNode, line: int) -> Iterator[Block]:
        blocks = self._read_html(node.content) if self._read_html else ()
        yield from (replace(block, line=line) for block in blocks)
        if not blocks and not node.content.lstrip().startswith("<!--"):
            self.dropped.append(Dropped(node.content.strip().splitlines()[0][:80], "raw HTML", line))


def _alignment(cell: SyntaxTreeNode) -> Alignment:
    style = str(cell.attrs.get("style", ""))
    return {"text-align:center": Alignment.CENTER, "text-align:right": Alignment.END}.get(style, Alignment.START)


def _line(node: SyntaxTreeNode) -> int:
    if node.map:
        return node.map[0] + 1
    return next((_line(child) for child in node.children if child.type != "inline" or child.map), 0)
