"""What a page says of its post in JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup

# What is nested deeper is not about the post.
MAX_DEPTH = 5
_POSTS = re.compile(r"(?:Blog|News|Tech|Scholarly|Social|Live)?(?:Posting|Article|Post|BlogPosting)$|^Report$")


def find_article(soup: BeautifulSoup) -> dict[str, Any]:
    """Find the post in the page's JSON-LD; empty where there is none."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            document = json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(document):
            if any(_POSTS.search(str(kind)) for kind in _listed(node.get("@type"))):
                return node
    return {}


def names_of(value: object) -> str:
    """Name the persons or organisations of a value, joined with commas."""
    names = [plain_words(item.get("name") if isinstance(item, dict) else item) for item in _listed(value)]
    return ", ".join(dict.fromkeys(name for name in names if name))


def picture_of(value: object) -> str:
    """Give the address of the first picture of a value."""
    first = next(iter(_listed(value)), "")
    return str(first.get("url") or "") if isinstance(first, dict) else str(first)


def plain_words(value: object) -> str:
    """Take words out of a value that may hold tags and entities, as some engines write them."""
    from bs4 import BeautifulSoup

    text = str(value) if isinstance(value, str) else ""
    if re.search(r"&#?\w+;|<\w", text):
        text = BeautifulSoup(f"<p>{text}</p>", "html.parser").get_text(" ")
    return " ".join(text.split())


def _nodes(document: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > MAX_DEPTH:
        return
    for item in _listed(document):
        if isinstance(item, dict):
            yield item
            for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
                yield from _nodes(item.get(name), depth + 1)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
