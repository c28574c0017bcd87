"""What a part of an email holds: headings, link targets, alt texts and list items, in order.

Each is read from what the reader gets, HTML or text, and not from the blocks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

_PREFIX = re.compile(r"(?:(?:[>|-]|\d+\.|\[\d+\])(?: |$)| +)*")
_MARK = re.compile(r"(?:(?<=[>|] )|(?<=\. )|(?<=- )|(?<= )|^)(-|\d+\.)(?= |$)")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
# Where a list item ends, so that the first word of one that holds none is not that of the next.
# It is no control character: str.split takes some of those for spaces.
_END = "\ue000"
_UNDERLINE = re.compile(r"([=~-])\1+")


@dataclass(frozen=True)
class Outline:
    """Headings with their level (3 for deeper ones), targets, alts, and the mark and first word of each list item."""

    headings: list[tuple[int, str]]
    targets: list[str]
    alts: list[str]
    items: list[tuple[str, str]]


def squeeze(words: str) -> str:
    """Words without what wrapping adds: spaces, line breaks, marks of quotes and boxes."""
    return re.sub(r"[\s>|]", "", words)


def outline_html(html: str, image: str, deleted: str) -> Outline:
    """Read the HTML part; `image` and `deleted` are the words for “Image” and “deleted”."""
    soup = BeautifulSoup(html, "html.parser")
    for struck in soup.find_all("s"):
        struck.insert(0, f"[{deleted}: ")
        struck.append("]")
    headings = [
        (min(int(it.name[1]), 3), squeeze(it.get_text())) for it in soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    ]
    targets = [str(link["href"]) for link in soup.find_all("a") if not str(link["href"]).startswith("#")]
    alts = [squeeze(str(it["alt"])) for it in soup.find_all("img") if it["alt"]]
    for picture in soup.find_all("img"):
        picture.replace_with(f" [{image}: {picture['alt']}] " if picture["alt"] else "")
    for rule in soup.find_all("hr"):
        rule.replace_with(" * * * ")
    for item in soup.find_all("li"):
        item.append(f" {_END} ")
    return Outline(headings, targets, alts, [_item(item) for item in soup.find_all("li")])


def _item(item: Tag) -> tuple[str, str]:
    parent = item.parent
    assert parent is not None
    mark = "-"
    if parent.name == "ol":
        number = int(str(parent.get("start", "1"))) + len(item.find_previous_siblings("li"))
        mark = f"{number}."
    return mark, _first_word(item.get_text(" ")).replace(_END, "")


def outline_text(text: str, image: str) -> Outline:
    """Read the text part."""
    lines = text.splitlines()
    bare = [line[_prefix(line) :] for line in lines]
    squeezed = squeeze(text)
    alts = [part.partition("]")[0] for part in squeezed.split(f"[{image}:")[1:]]
    items = [
        (mark, _first_word(bare[number]))
        for number, line in enumerate(lines)
        for mark in _MARK.findall(line[: _prefix(line)])
    ]
    return Outline(_headings(bare), _ADDRESS.findall(text), alts, items)


def _prefix(line: str) -> int:
    found = _PREFIX.match(line)
    return (
        found.end() if found and not _UNDERLINE.fullmatch(line.lstrip("> |")) else len(line) - len(line.lstrip("> |"))
    )


def _headings(lines: list[str]) -> list[tuple[int, str]]:
    found = []
    for number, line in enumerate(lines):
        start = number
        while start and lines[start - 1].strip():
            start -= 1
        words = "".join(lines[start:number])
        if _UNDERLINE.fullmatch(line) and words:
            level = {"=": 1, "-": 2, "~": 3}[line[0]]
            found.append((level, squeeze(_ADDRESS.sub("", words))))
    return found


def _first_word(words: str) -> str:
    return next(iter(words.split()), "")
