"""What takes the room in an email's HTML: kinds of markup, and the part that is longest."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

KB = 1024
# Gmail shows about the first 102 KB of an email (observed by many, not documented by Google).
LIMIT = 102 * KB
# From here on too little room is left for what is added on the way.
NEAR = 90 * KB

_PIECE = re.compile(r"<!--.*?-->|<style\b.*?</style\s*>|<[a-zA-Z/!][^>]*>|[^<]+|<", re.DOTALL | re.IGNORECASE)
_NAME = re.compile(r"</?([a-z][\w:-]*)", re.IGNORECASE)
_HEADING = re.compile(r"<h[12]\b[^>]*>(.*?)</h[12]\s*>", re.DOTALL | re.IGNORECASE)
_KINDS = {
    "img": "pictures",
    "a": "links",
    **dict.fromkeys(("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"), "tables"),
}
_MOST = 4


@dataclass(frozen=True, slots=True)
class Part:
    """What stands from one heading of level 1 or 2 to the next: the heading's words, where it begins, its bytes."""

    words: str
    start: int
    bytes: int


def weigh_kinds(html: str) -> dict[str, int]:
    """Count the bytes of each kind of markup, the heaviest first; together they are the whole."""
    weights: Counter[str] = Counter()
    for piece in _PIECE.findall(html):
        weights[_kind_of(piece)] += _size(piece)
    return dict(weights.most_common())


def weigh_parts(html: str) -> list[Part]:
    """Count the bytes of each part that a heading of level 1 or 2 begins; what comes before the first is left out."""
    headings = list(_HEADING.finditer(html))
    ends = [*(found.start() for found in headings), len(html)]
    return [
        Part(" ".join(re.sub(r"<[^>]*>", " ", found[1]).split()), start, _size(html[start:end]))
        for found, (start, end) in zip(headings, pairwise(ends), strict=True)
    ]


def explain_weight(html: str) -> str:
    """Say in a sentence what takes the room."""
    heaviest = [f"{kind} {_shown(size)}" for kind, size in list(weigh_kinds(html).items())[:_MOST]]
    sentence = "What takes the room: " + ", ".join(heaviest) + "."
    parts = weigh_parts(html)
    if len(parts) > 1:
        longest = max(parts, key=lambda part: part.bytes)
        sentence += f" The longest part is “{longest.words}” with {_shown(longest.bytes)}."
    return sentence


def _kind_of(piece: str) -> str:
    if piece.startswith("<!--"):
        return "comments, most of them for Outlook"
    if piece[:6].lower() == "<style":
        return "style elements"
    name = _NAME.match(piece)
    if not name:
        return "words"
    return _KINDS.get(name[1].lower(), "other elements")


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _shown(size: int) -> str:
    return f"{size / KB:.0f} KB" if size >= KB else f"{size} bytes"
