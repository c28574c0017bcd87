"""Inline content → Markdown that reads back as the same."""

from __future__ import annotations

import re
from typing import assert_never

from newsletter.model import (
    Code,
    Emphasis,
    FootnoteReference,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Strikethrough,
    Strong,
    Text,
)

_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|&(?=#?\w+;)")
_MARKS = {Emphasis: "*", Strong: "**", Strikethrough: "~~"}


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


def write_line(content: Inlines) -> str:
    """Write inline content on one line; a line break becomes a space."""
    return write_inlines(content).replace("\\\n", " ")


def write_target(target: str) -> str:
    """Write a link target; one with spaces or brackets stands in angle brackets."""
    if not target or re.search(r"[\s()<>\\]", target):
        return "<" + re.sub(r"[<>\\]", lambda found: "\\" + found[0], target.replace("\n", " ")) + ">"
    return target


def _write_inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return escape(text)
        case Code(text):
            ticks = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
            space = " " if text.startswith("`") or text.endswith("`") or text.strip() != text else ""
            return f"{ticks}{space}{text}{space}{ticks}"
        case LineBreak():
            return "\\\n"
        case Link(target, content):
            return f"[{write_inlines(content)}]({write_target(target)})"
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


def escape(text: str) -> str:
    """Keep the characters of plain words from meaning something in Markdown."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], re.sub(r"\s+", " ", text))
