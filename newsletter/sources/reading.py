"""Whatever a person names as SOURCE → a reading."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.errors import SourceError
from newsletter.sources.files import read_source, read_standard_input
from newsletter.sources.markdown import read_markdown_post
from newsletter.sources.text import read_text_post

if TYPE_CHECKING:
    from newsletter.model import Reading

STANDARD_INPUT = "-"
MARKDOWN_ENDINGS = {".md", ".markdown", ".mdown"}
TEXT_ENDINGS = {".txt", ".text", ""}


def read_post(source: str) -> Reading:
    """Read the post that `source` names: a Markdown file, a plain-text file, or `-` for standard input.

    Raises SourceError where it cannot be read.
    """
    if source == STANDARD_INPUT:
        text = read_standard_input()
        return read_markdown_post(text, "post") if _is_markdown(text) else read_text_post(text, "post")
    ending = Path(source).suffix.lower()
    if ending in MARKDOWN_ENDINGS:
        return read_markdown_post(read_source(Path(source)), source)
    if ending in TEXT_ENDINGS:
        return read_text_post(read_source(Path(source)), source)
    hint = "Name a Markdown (.md) or plain-text (.txt) file, or - for standard input."
    raise SourceError(f"Posts cannot be read from “{ending}” files.", hint=hint, file=source)


def _is_markdown(text: str) -> bool:
    """Whether text says by its first line that it is Markdown: front matter or a heading."""
    return text.lstrip().startswith(("---\n", "# "))
