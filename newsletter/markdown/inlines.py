"""The inline nodes of a Markdown syntax tree → inline content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.model import Code, Emphasis, FootnoteReference, LineBreak, Link, Strikethrough, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from markdown_it.tree import SyntaxTreeNode

    from newsletter.model import Inline, Inlines

_WRAPPERS: dict[str, Callable[[Inlines], Inline]] = {"em": Emphasis, "strong": Strong, "s": Strikethrough}


def read_inlines(nodes: Iterable[SyntaxTreeNode], line: int) -> Inlines:
    """Read inline nodes that begin on `line`; links get the line that they stand on.

    HTML tags are left out and what they hold is kept; `<br>` is a line break. Images are the caller's: they
    become blocks of their own.
    """
    content: list[Inline] = []
    for node in nodes:
        if node.type in {"softbreak", "hardbreak"}:
            line += 1
        content.extend(_read_node(node, line))
        line += _breaks_in(node)
    return join_text(content)


def join_text(content: Iterable[Inline]) -> Inlines:
    """Make one Text of neighbouring ones, without empty ones and without spaces around line breaks."""
    joined: list[Inline] = []
    for inline in content:
        if isinstance(inline, Text) and joined and isinstance(last := joined[-1], Text):
            joined[-1] = Text(last.text + inline.text)
        else:
            joined.append(inline)
    after_break = (None, *joined)
    before_break = (*joined[1:], None)
    tidy = (_tidy(*three) for three in zip(after_break, joined, before_break, strict=False))
    return tuple(inline for inline in tidy if inline != Text(""))


def _tidy(before: Inline | None, inline: Inline, after: Inline | None) -> Inline:
    """Take the spaces off a Text that a line break follows or precedes."""
    if not isinstance(inline, Text):
        return inline
    words = inline.text.rstrip() if after == LineBreak() else inline.text
    return Text(words.lstrip() if before == LineBreak() else words)


def trim(content: Inlines) -> Inlines:
    """Take spaces and line breaks off both ends."""
    inlines = list(content)
    while inlines and (inlines[0] == LineBreak() or (isinstance(inlines[0], Text) and not inlines[0].text.strip())):
        inlines.pop(0)
    while inlines and (inlines[-1] == LineBreak() or (isinstance(inlines[-1], Text) and not inlines[-1].text.strip())):
        inlines.pop()
    if inlines and isinstance(inlines[0], Text):
        inlines[0] = Text(inlines[0].text.lstrip())
    if inlines and isinstance(inlines[-1], Text):
        inlines[-1] = Text(inlines[-1].text.rstrip())
    return tuple(inlines)


def _read_node(node: SyntaxTreeNode, line: int) -> Iterable[Inline]:
    kind = node.type
    if kind in _WRAPPERS:
        return [_WRAPPERS[kind](read_inlines(node.children, line))]
    if kind == "link":
        return [Link(str(node.attrs["href"]), read_inlines(node.children, line), line)]
    if kind == "text":
        return [Text(node.content)]
    if kind == "code_inline":
        return [Code(node.content)]
    if kind == "softbreak":
        return [Text(" ")]
    if kind == "hardbreak":
        return [LineBreak()]
    if kind == "html_inline" and re.match(r"<br\b", node.content, re.IGNORECASE):
        return [LineBreak()]
    if kind == "footnote_ref":
        return [FootnoteReference(str(node.meta["label"]))]
    return []


def _breaks_in(node: SyntaxTreeNode) -> int:
    """Count the line ends inside a node."""
    return sum(child.type in {"softbreak", "hardbreak"} for child in node.walk(include_self=False))
