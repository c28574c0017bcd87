"""Relative links of a page on disk: whether there is a file, and whether it has the part that the link names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsletter.checks.linking.answers import Answer, State
from newsletter.checks.linking.pages import Page
from newsletter.checks.loading import HTML_ENDINGS, MARKDOWN_ENDINGS
from newsletter.decoding import decode_html

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from newsletter.checks.linking.collecting import Reference

PAGE_ENDINGS = MARKDOWN_ENDINGS | HTML_ENDINGS
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def look_up_files(references: Iterable[Reference], page: Path, root: Path) -> dict[str, Answer]:
    """Answer the relative links of `page`; those that begin with / begin at `root`. Asks no network."""
    relative = {it.href for it in references if it.href and not _SCHEME.match(it.href)}
    return {href: _look_up(href, page, root) for href in relative}


def _look_up(href: str, page: Path, root: Path) -> Answer:
    path, _, name = href.partition("#")
    path = unquote(path.partition("?")[0])
    file = page if not path else root / path.lstrip("/") if path.startswith("/") else page.parent / path
    try:
        # Sites leave the ending out of addresses.
        found = file if file.exists() else file.with_name(f"{file.name}.html")
        if not found.exists():
            return Answer(State.BROKEN, f"There is no file {path}")
        fragment = "missing" if name and found.suffix.lower() in PAGE_ENDINGS and not _has_part(found, name) else ""
    except (OSError, ValueError) as error:
        return Answer(State.BROKEN, f"The file {path} cannot be read ({error})")
    return Answer(fragment=fragment)


def _has_part(file: Path, name: str) -> bool:
    if name.lower() == "top" or name.startswith(("/", "!", ":~:")):
        return True
    text = decode_html(file.read_bytes())
    if file.suffix.lower() in MARKDOWN_ENDINGS:
        from newsletter.markdown.lined_html import write_lined_html

        text = write_lined_html(text)
    page = Page(text)
    return page.has_part(unquote(name)) or page.has_part(name)
