"""The addresses that only the text part of an email has: who reads plain text follows them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.checks.plain_text import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

# How much before an address may speak of it, and how many lines after it.
MAX_BEFORE = 200
LINES_AFTER = 2


@dataclass(frozen=True, slots=True)
class TextLink:
    """An address in a text, and the words that may speak of it: no other address stands between."""

    href: str
    words: str


def links_in_text_only(document: Document) -> Iterator[TextLink]:
    """Yield the addresses of the text part that no element of the HTML leads to, each once.

    The text of an issue is made of the same blocks as its HTML, and plain text alone is read as HTML: neither has any.
    """
    if not document.text or document.letter or document.is_plain_text:
        return
    known = {str(element["href"]).strip() for element in document.index.having("href")}
    for link in _read_links(document.text):
        if link.href not in known:
            known.add(link.href)
            yield link


def _read_links(text: str) -> Iterator[TextLink]:
    found = list(ADDRESS.finditer(text))
    ends = [0, *(it.end() for it in found)]
    starts = [*(it.start() for it in found[1:]), None]
    for match, end, start in zip(found, itertools.islice(ends, len(found)), starts, strict=True):
        after = text[match.end() : start].splitlines()
        # What stands before the next address on its line speaks of that one.
        mine = after[:LINES_AFTER] if start is None else after[:-1][:LINES_AFTER]
        yield TextLink(match[0], " ".join([text[end : match.start()][-MAX_BEFORE:], *mine]))
