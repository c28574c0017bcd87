"""Boxed remarks, as documentation and blog engines write them: notes, tips, warnings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.blocks import plain_text, words_of
from newsletter.model import Callout, Paragraph, Quote, Strong
from newsletter.sources.page.elements import classes_of

if TYPE_CHECKING:
    from bs4 import Tag

    from newsletter.model import Block, Blocks

# Sphinx, MkDocs; Docusaurus; GitHub; VitePress; Ghost; Notion and Obsidian; Bootstrap; Minimal Mistakes; Chirpy; Hugo.
_BOX = re.compile(
    r"(?:^|\s)(?:admonition|theme-admonition|markdown-alert|custom-block|kg-callout-card|(?:bs-)?callout|alert|"
    r"notice(?:--\w+)?|prompt-(?:tip|info|warning|danger)|alert-blockquote)(?:$|\s)"
)
_TITLE = re.compile(r"admonition-?(?:title|heading)|alert-(?:title|heading)|block-title|callout-title", re.IGNORECASE)
_KINDS = ("warning", "danger", "caution", "important", "tip", "info", "success")
_NAMES = frozenset({"div", "aside", "section", "figure", "p", "details", "blockquote"})
# A longer box is a part of the post.
MAX_WORDS = 300
MAX_TITLE_WORDS = 6


def callout_kind(element: Tag) -> str:
    """Say which kind of remark an element is a box of, such as `note` or `warning`; empty where it is none."""
    if element.name not in _NAMES or not _BOX.search(classes := classes_of(element)):
        return ""
    if len(element.get_text().split()) > MAX_WORDS:
        return ""
    return next((kind for kind in _KINDS if re.search(rf"(?:^|[\s_-]){kind}", classes)), "note")


def make_callout(kind: str, element: Tag, blocks: Blocks) -> Callout:
    """Make a remark of what its box holds; the words that name it become strong."""
    match blocks:
        case (Quote(inner),):
            blocks = inner
    title = element.find(class_=_TITLE)
    first: Block | None = blocks[0] if blocks else None
    words = " ".join(title.get_text(" ").split()) if title else ""
    if isinstance(first, Paragraph) and words and words_of(first).split() == words.split():
        is_short = len(plain_text(first.content).split()) <= MAX_TITLE_WORDS
        blocks = (Paragraph((Strong(first.content),)) if is_short else first, *blocks[1:])
    return Callout(kind, blocks)
