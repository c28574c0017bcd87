"""Blocks → Markdown that reads back as the same blocks, and that people like to edit."""

from __future__ import annotations

import re
from typing import assert_never

from newsletter.markdown.inline_writing import escape, write_inlines, write_line, write_target
from newsletter.model import (
    Alignment,
    Block,
    Blocks,
    Button,
    Callout,
    CodeBlock,
    Divider,
    Footnote,
    Heading,
    Image,
    List,
    Paragraph,
    Quote,
    Table,
    Video,
)

# What would begin a heading, a quote, a list, a table, a code block, an underline or front matter.
_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|>|[-+=](?=[\s=-]|$)|\||~{3})", re.MULTILINE)
_NUMBER_START = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)", re.MULTILINE)
_RULES = {Alignment.START: "---", Alignment.CENTER: ":-:", Alignment.END: "--:"}


def write_markdown(blocks: Blocks) -> str:
    """Write blocks as Markdown, with one empty line between them and a line end at the end."""
    parts: list[str] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if isinstance(block, List) and isinstance(before, List) and before.ordered == block.ordered:
            # Two lists in a row would read back as one.
            parts.append("<!-- -->")
        parts.append(_write_block(block))
    return "\n\n".join(parts) + "\n" if parts else ""


def _write_block(block: Block) -> str:
    match block:
        case Heading(level, content):
            return "#" * level + " " + re.sub(r"(#+)$", r"\\\1", write_line(content))
        case Paragraph(content):
            return _escape_lines(write_inlines(content))
        case List():
            return _write_list(block)
        case Quote(inner):
            return _indent(write_markdown(inner), "> ", "> ")
        case Callout(kind, inner):
            gap = "\n" if inner and isinstance(inner[0], Paragraph) else "\n\n"
            return _indent(f"[!{kind.upper()}]{gap}{write_markdown(inner)}", "> ", "> ")
        case Image():
            return _write_image(block)
        case Button(target, content):
            return f"[{write_line(content)}]({write_target(target)}){{.button}}"
        case Video(target, title, poster):
            return f"[{escape(title)}]({write_target(target)}){{.video{_attribute('poster', poster)}}}"
        case Table():
            return _write_table(block)
        case CodeBlock(text, language):
            fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
            return f"{fence}{language}\n{text}\n{fence}"
        case Divider():
            return "---"
        case Footnote(label, inner):
            return _indent(write_markdown(inner), f"[^{label}]: ", "    ")
    assert_never(block)


def _escape_lines(text: str) -> str:
    """Keep the first characters of each line from starting a block."""
    text = re.sub(r"^ +", "", text, flags=re.MULTILINE)
    return _NUMBER_START.sub(r"\1\\\2", _LINE_START.sub(r"\1\\\2", text))


def _attribute(name: str, value: str) -> str:
    return f' {name}="{value.replace(chr(34), "%22")}"' if value else ""


def _write_image(image: Image) -> str:
    caption = write_inlines(image.caption).replace("\\", "\\\\").replace('"', '\\"')
    title = f' "{caption}"' if caption else ""
    size = "".join(f" {name}={value}" for name, value in (("width", image.width), ("height", image.height)) if value)
    attributes = (" .decorative" if image.decorative else "") + size
    picture = f"![{escape(image.alt or '')}]({write_target(image.source)}{title})"
    picture += f"{{{attributes.strip()}}}" if attributes else ""
    return f"[{picture}]({write_target(image.target)})" if image.target else picture


def _write_list(block: List) -> str:
    is_tight = _is_tight(block)
    items = []
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}. " if block.ordered else "- "
        text = "\n".join(map(_write_block, item.blocks)) if is_tight else write_markdown(item.blocks)
        items.append(_indent(text, mark, " " * len(mark)))
    return ("\n" if is_tight else "\n\n").join(items)


def _is_tight(block: List) -> bool:
    """Whether items stay close together: those of one block, or a paragraph and a list. Others need room to read."""
    return all(len(item.blocks) <= 1 or _is_branch(item.blocks) for item in block.items)


def _is_branch(blocks: Blocks) -> bool:
    """Whether blocks are a paragraph and a list that may follow it without an empty line (CommonMark, 5.2)."""
    match blocks:
        case (Paragraph(), List(items, ordered, start)):
            return bool(items[0].blocks) and (not ordered or start == 1)
    return False


def _write_table(table: Table) -> str:
    alignments = table.alignments or (Alignment.START,) * len(table.header)
    rows = [table.header, *table.rows]
    lines = ["| " + " | ".join(write_line(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    lines.insert(1, "| " + " | ".join(_RULES[alignment] for alignment in alignments) + " |")
    caption = f"Table: {write_line(table.caption)}\n\n" if table.caption else ""
    return caption + "\n".join(lines)


def _indent(text: str, first: str, rest: str) -> str:
    lines = text.rstrip("\n").split("\n")
    return "\n".join(
        (first if not index else rest) + line if line or not index else rest.rstrip()
        for index, line in enumerate(lines)
    ).rstrip(" ")
