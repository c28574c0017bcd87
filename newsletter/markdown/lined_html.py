"""Markdown → HTML whose links, pictures and headings stand on the lines that they came from."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)\n.*?\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
# GitHub makes links of bare addresses as well (GFM, section 6.9).
_BARE = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")
_NOT_IN_SLUGS = re.compile(r"[^\w\- ]")


def write_lined_html(text: str) -> str:
    """Write what a link checker needs of Markdown as HTML, line by line; headings get the ids that GitHub gives."""
    text = text.replace("\r\n", "\n")
    if front := _FRONT_MATTER.match(text):
        text = "\n" * front[0].count("\n") + text[front.end() :]
    lines = [""] * (text.count("\n") + 2)
    slugs: dict[str, int] = {}
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    for before, token in zip([None, *tokens], tokens, strict=False):
        start = token.map[0] if token.map else 0
        if token.type == "html_block":
            _put(lines, start, token.content)
        elif token.type == "inline":
            is_heading = before is not None and before.type == "heading_open"
            content = _write_all(token.children or ())
            if is_heading and before is not None:
                content = f'<{before.tag} id="{_slug(token, slugs)}">{content}</{before.tag}>'
            _put(lines, start, f"{content} ")
    return "\n".join(lines)


def _put(lines: list[str], start: int, content: str) -> None:
    for number, piece in enumerate(content.split("\n"), start):
        lines[min(number, len(lines) - 1)] += piece


def _write_all(tokens: Sequence[Token]) -> str:
    """Write inline tokens; a bare address among words is a link, but for one that stands in a link."""
    written, depth = [], 0
    for token in tokens:
        depth += (token.type == "link_open") - (token.type == "link_close")
        text = _write(token)
        if token.type == "text" and not depth:
            text = _BARE.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', text)
        written.append(text)
    return "".join(written)


def _write(token: Token) -> str:
    if token.type == "link_open":
        return f'<a href="{html.escape(str(token.attrs["href"]))}">'
    if token.type == "link_close":
        return "</a>"
    if token.type == "image":
        return f'<img src="{html.escape(str(token.attrs["src"]))}" alt="{html.escape(token.content)}">'
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.type == "html_inline":
        return token.content
    if token.type == "text":
        return html.escape(token.content, quote=False)
    return html.escape(token.content)


def _slug(token: Token, slugs: dict[str, int]) -> str:
    words = "".join(child.content for child in token.children or () if child.type in {"text", "code_inline"})
    slug = _NOT_IN_SLUGS.sub("", words.strip().lower()).replace(" ", "-")
    number = slugs.get(slug, 0)
    slugs[slug] = number + 1
    return f"{slug}-{number}" if number else slug
