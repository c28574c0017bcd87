"""Markdown → blocks.

CommonMark with tables, strikethrough, footnotes and attributes. Beyond it: an image or a link that stands alone in
its paragraph is a block (`{.button}`, `{.video}`), an image's title is its caption, `> [!NOTE]` opens a callout, and
a paragraph `Table: …` right above a table is its caption.
"""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin

from newsletter.blocks import plain_text
from newsletter.markdown.inlines import join_text, read_inlines, trim
from newsletter.model import (
    Alignment,
    Block,
    Blocks,
    Button,
    Callout,
    CodeBlock,
    Divider,
    Dropped,
    Footnote,
    Heading,
    Image,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
    Text,
    Video,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# Deeper nesting than any letter has; beyond it markdown-it reads on as plain text instead of recursing.
MAX_NESTING = 40
TABLE_CAPTION = "Table: "
CALLOUT = re.compile(r"\[!(\w+)\]\s*")


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    # A forbidden target would turn a link into the words “[a](file:…)”: those who use the blocks refuse or drop it.
    parser.validateLink = _accept  # type: ignore[method-assign]
    return parser.use(footnote_plugin, inline=False).use(attrs_plugin)


def _accept(url: str) -> bool:  # noqa: ARG001 - markdown-it's signature
    return True


def read_markdown(text: str, read_html: Callable[[str], Blocks] | None = None) -> tuple[Blocks, tuple[Dropped, ...]]:
    """Read Markdown without front matter; lines count from 1 in `text`.

    `read_html` reads blocks of raw HTML; without it, or where it finds nothing, they are left out. Returns the blocks,
    footnotes last, and the raw HTML that was left out (comments are left out silently).
    """
    reader = _Reader(read_html)
    root = SyntaxTreeNode(_parser().parse(text))
    return tuple(reader.read_blocks(root.children)), tuple(reader.dropped)


class _Reader:
    """Walks the syntax tree and remembers what it leaves out."""

    def __init__(self, read_html: Callable[[str], Blocks] | None) -> None:
        self._read_html = read_html
        self.dropped: list[Dropped] = []

    def read_blocks(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
        blocks = [block for node in nodes for block in self._read_block(node)]
        yield from _caption_tables(blocks)

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
        if len(children) == 1 and (block := _read_special_link(children[0], line)):
            yield block
            return
        for is_image, group in itertools.groupby(children, _is_image):
            nodes = list(group)
            if is_image:
                yield from (_read_image(node, line) for node in nodes)
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


def _read_special_link(node: SyntaxTreeNode, line: int) -> Block | None:
    """Read a link that stands alone as a button or a video, where its classes say so."""
    if node.type != "link":
        return None
    classes = str(node.attrs.get("class", "")).split()
    target, content = str(node.attrs["href"]), trim(read_inlines(node.children, line))
    if "button" in classes:
        return Button(target, content, line)
    if "video" in classes:
        return Video(target, plain_text(content), str(node.attrs.get("poster", "")), line=line)
    return None


def _is_image(node: SyntaxTreeNode) -> bool:
    is_linked_image = node.type == "link" and len(node.children) == 1 and node.children[0].type == "image"
    return node.type == "image" or is_linked_image


def _read_image(node: SyntaxTreeNode, line: int) -> Image:
    target = str(node.attrs["href"]) if node.type == "link" else ""
    image = node.children[0] if node.type == "link" else node
    attrs = image.attrs
    is_decorative = "decorative" in str(attrs.get("class", "")).split()
    alt = plain_text(read_inlines(image.children, line)).strip()
    caption = read_inline_markdown(str(attrs.get("title", "")), line)
    width, height = (_pixels(attrs.get(name)) for name in ("width", "height"))
    return Image(
        str(attrs["src"]), "" if is_decorative else alt or None, caption, target, is_decorative, width, height, line
    )


def read_inline_markdown(text: str, line: int = 0) -> Inlines:
    """Read one line of Markdown as inline content."""
    tokens = SyntaxTreeNode(_parser().parseInline(text))
    return trim(read_inlines(tokens.children[0].children, line)) if tokens.children else ()


def _caption_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give each table the caption that stands right above it."""
    for above, block, below in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, Table):
            yield replace(block, caption=_table_caption(above))
        elif not (isinstance(below, Table) and _table_caption(block)):
            yield block


def _table_caption(block: Block | None) -> Inlines:
    """Read the caption in `Table: …`, or nothing."""
    match block:
        case Paragraph((Text(words), *rest)) if words.startswith(TABLE_CAPTION):
            return join_text((Text(words.removeprefix(TABLE_CAPTION)), *rest))
    return ()


def _alignment(cell: SyntaxTreeNode) -> Alignment:
    style = str(cell.attrs.get("style", ""))
    return {"text-align:center": Alignment.CENTER, "text-align:right": Alignment.END}.get(style, Alignment.START)


def _pixels(value: str | float | None) -> int:
    return int(value) if value is not None and str(value).isdigit() else 0


def _line(node: SyntaxTreeNode) -> int:
    if node.map:
        return node.map[0] + 1
    return next((_line(child) for child in node.children if child.type != "inline" or child.map), 0)
