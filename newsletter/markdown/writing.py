"""Blocks → Markdown that reads back as the same blocks, and that people like to edit."""

from __future__ import annotations

import re
from typing import assert_never

from newsletter.model import (
    Alignment,
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
    Paragraph,
    Quote,
    Strikethrough,
    Strong,
    Table,
    Text,
    Video,
)

# What would begin a heading, a quote, a list, a table, a code block, an underline or front matter.
_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|>|[-+=](?=[\s=-]|$)|\||~{3})", re.MULTILINE)
_NUMBER_START = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)", re.MULTILINE)
_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|&(?=#?\w+;)")
_RULES = {Alignment.START: "---", Alignment.CENTER: ":-:", Alignment.END: "--:"}
_MARKS = {Emphasis: "*", Strong: "**", Strikethrough: "~~"}


def write_markdown(blocks: Blocks) -> str:
    """Write blocks as Markdown, with one empty line between them and a line end at the end."""
    parts: list[str] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if isinstance(block, List) and isinstance(before, List) and before.ordered == block.ordered:
            # Two lists in a row would read back as one.
            parts.append("<!-- -->")
        parts.append(_write_block(block))
    return "\n\n".join(parts) + "\n" if parts else ""


def write_inlines(content: Inlines) -> str:
    """Write inline content as Markdown."""
    written = ""
    for inline in content:
        words = _write_inline(inline)
        if isinstance(inline, Link) and written.endswith("!"):
            written = written[:-1] + "\\!"
        if isinstance(inline, Text) and words.startswith("{") and written[-1:] in {")", "`"}:
            words = "\\" + words
        written += words
    return written


def _write_block(block: Block) -> str:
    match block:
        case Heading(level, content):
            return "#" * level + " " + re.sub(r"(#+)$", r"\\\1", _one_line(content))
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
            return f"[{_one_line(content)}]({_write_target(target)}){{.button}}"
        case Video(target, title, poster):
            return f"[{_escape(title)}]({_write_target(target)}){{.video{_attribute('poster', poster)}}}"
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


def _write_inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return _escape(text)
        case Code(text):
            ticks = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
            space = " " if text.startswith("`") or text.endswith("`") or text.strip() != text else ""
            return f"{ticks}{space}{text}{space}{ticks}"
        case LineBreak():
            return "\\\n"
        case Link(target, content):
            return f"[{write_inlines(content)}]({_write_target(target)})"
        case FootnoteReference(label):
            return f"[^{label}]"
        case Emphasis(content) | Strong(content) | Strikethrough(content):
            return _wrap(write_inlines(content), _MARKS[type(inline)])
    assert_never(inline)


def _wrap(words: str, mark: str) -> str:
    """Put marks around words, with spaces at the ends outside them: `*so *` would not be emphasis."""
    bare = words.strip()
    if not bare:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{mark}{bare}{mark}{after}"


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda found: "\\" + found[0], re.sub(r"\s+", " ", text))


def _escape_lines(text: str) -> str:
    """Keep the first characters of each line from starting a block."""
    text = re.sub(r"^ +", "", text, flags=re.MULTILINE)
    return _NUMBER_START.sub(r"\1\\\2", _LINE_START.sub(r"\1\\\2", text))


def _one_line(content: Inlines) -> str:
    return write_inlines(content).replace("\\\n", " ")


def _write_target(target: str) -> str:
    """Write a link target; one with spaces or brackets stands in angle brackets."""
    if not target or re.search(r"[\s()<>\\]", target):
        return "<" + re.sub(r"[<>\\]", lambda found: "\\" + found[0], target.replace("\n", " ")) + ">"
    return target


def _attribute(name: str, value: str) -> str:
    return f' {name}="{value.replace(chr(34), "%22")}"' if value else ""


def _write_image(image: Image) -> str:
    caption = write_inlines(image.caption).replace("\\", "\\\\").replace('"', '\\"')
    title = f' "{caption}"' if caption else ""
    size = "".join(f" {name}={value}" for name, value in (("width", image.width), ("height", image.height)) if value)
    attributes = (" .decorative" if image.decorative else "") + size
    picture = f"![{_escape(image.alt or '')}]({_write_target(image.source)}{title})"
    picture += f"{{{attributes.strip()}}}" if attributes else ""
    return f"[{picture}]({_write_target(image.target)})" if image.target else picture


def _write_list(block: List) -> str:
    items = []
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}. " if block.ordered else "- "
        items.append(_indent(write_markdown(item.blocks), mark, " " * len(mark)))
    # Items of one paragraph each stay close together; others need room to read.
    is_tight = all(len(item.blocks) <= 1 for item in block.items)
    return ("\n" if is_tight else "\n\n").join(items)


def _write_table(table: Table) -> str:
    alignments = table.alignments or (Alignment.START,) * len(table.header)
    rows = [table.header, *table.rows]
    lines = ["| " + " | ".join(_one_line(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    lines.insert(1, "| " + " | ".join(_RULES[alignment] for alignment in alignments) + " |")
    caption = f"Table: {_one_line(table.caption)}\n\n" if table.caption else ""
    return caption + "\n".join(lines)


def _indent(text: str, first: str, rest: str) -> str:
    lines = text.rstrip("\n").split("\n")
    return "\n".join(
        (first if not index else rest) + line if line or not index else rest.rstrip()
        for index, line in enumerate(lines)
    ).rstrip(" ")
