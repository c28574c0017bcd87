"""The Markdown that an issue is written in: CommonMark with tables, strikethrough, footnotes and attributes."""

from __future__ import annotations

import functools

from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin

# Deeper nesting than any letter has; beyond it markdown-it reads on as plain text instead of recursing.
MAX_NESTING = 40


@functools.cache
def load_parser() -> MarkdownIt:
    """Make the parser, once."""
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    # A forbidden target would turn a link into the words “[a](file:…)”: those who use the blocks refuse or drop it.
    parser.validateLink = _accept  # type: ignore[method-assign]
    return parser.use(footnote_plugin, inline=False).use(attrs_plugin)


def _accept(url: str) -> bool:  # noqa: ARG001 - markdown-it's signature
    return True
