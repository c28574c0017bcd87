"""HTML → the lines that a screen reader says, in order.

No two screen readers say the same words; this is what all of them tell: what a thing is, its words, where a group
begins and where it ends.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from newsletter.transcript.cells import header_kind, headers_of, said_cells
from newsletter.transcript.roles import BLOCKS, GROUPS, heading_level, image_name, is_said, mark_of, role_of
from newsletter.transcript.speech import Line, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup
    from bs4.element import PageElement

# White space, and the characters that pad a preheader: nobody hears them.
_SPACE = re.compile(r"[\s\u034f\u00ad\u200b-\u200f\u2060\ufeff]+")


def transcribe(soup: BeautifulSoup) -> tuple[Line, ...]:
    """Say what a screen reader says of an HTML email, from its title on."""
    reader = _Reader(str(soup.html.get("lang") or "") if soup.html else "")
    if soup.title and (title := _squeeze(soup.title.get_text())):
        reader.say(Piece("document", title))
    reader.read(soup.body or soup)
    reader.pause()
    return tuple(reader.lines)


class _Reader:
    def __init__(self, language: str) -> None:
        self.lines: list[Line] = []
        self._pieces: list[Piece] = []
        self._depth = 0
        self._own_language = self._language = language

    def say(self, *pieces: Piece) -> None:
        """Say a line of its own."""
        self.pause()
        self._pieces = list(pieces)
        self.pause()

    def pause(self) -> None:
        """End the line."""
        squeezed = (Piece(it.role, _squeeze(it.words), it.is_whole) for it in self._pieces)
        if pieces := tuple(it for it in squeezed if it.role or it.words):
            other = "" if self._language == self._own_language else self._language
            self.lines.append(Line(pieces, self._depth, other))
        self._pieces = []

    def read(self, node: PageElement) -> None:
        """Read a node and what is in it."""
        if isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                self._add(str(node))
        elif isinstance(node, Tag) and is_said(node):
            outside, self._language = self._language, str(node.get("lang") or self._language)
            if node.name in BLOCKS and not self._is_opening():
                self.pause()
            self._read_element(node)
            if node.name in BLOCKS:
                self.pause()
            self._language = outside

    def _is_opening(self) -> bool:
        """Whether only a mark stands on the line so far, such as the bullet of a list item: its words still come."""
        return len(self._pieces) == 1 and bool(self._pieces[0].role) and not self._pieces[0].words.strip()

    def _add(self, words: str) -> None:
        last = self._pieces[-1] if self._pieces else None
        if last and not last.is_whole:
            self._pieces[-1] = Piece(last.role, last.words + words)
        else:
            self._pieces.append(Piece("", words))

    def _read_element(self, element: Tag) -> None:
        role = role_of(element)
        if level := heading_level(element):
            self._open(f"heading level {level}", element)
        elif element.name == "img" or role == "img":
            self._read_image(element)
        elif element.name == "a" and element.get("href"):
            self._read_link(element)
        elif element.name == "br":
            self._add(" ")
        elif element.name == "hr" and role not in {"presentation", "none"}:
            self.say(Piece("separator", ""))
        elif role == "list":
            self._read_list(element)
        elif role == "table":
            self._read_table(element)
        elif mark := mark_of(element):
            self._open(mark, element)
            self._pieces.append(Piece(f"end of {mark}", "", is_whole=True))
        elif role in GROUPS and (role != "region" or element.get("aria-label")):
            with self._group(GROUPS[role], Piece(GROUPS[role], str(element.get("aria-label") or ""))):
                self._read_inside(element)
        else:
            self._read_inside(element)

    def _read_inside(self, element: Tag) -> None:
        for child in element.children:
            self.read(child)

    def _open(self, mark: str, element: Tag) -> None:
        self._pieces.append(Piece(mark, ""))
        self._read_inside(element)

    @contextmanager
    def _group(self, name: str, entering: Piece) -> Iterator[None]:
        """Say where a group begins, and after what is read in it, where it ends."""
        self.say(entering)
        self._depth += 1
        yield
        self.pause()
        self._depth -= 1
        self.say(Piece(f"end of {name}", ""))

    def _read_image(self, element: Tag) -> None:
        if name := image_name(element):
            self._pieces.append(Piece("image", name, is_whole=True))

    def _read_link(self, element: Tag) -> None:
        within = _Reader(self._language)
        if label := element.get("aria-label"):
            within.say(Piece("", str(label)))
        else:
            within._read_inside(element)
            within.pause()
        said = " ".join(map(str, within.lines))
        self._pieces.append(Piece("link", said or str(element.get("title") or element["href"]), is_whole=True))

    def _read_list(self, element: Tag) -> None:
        items = [child for child in element.find_all(["li"], recursive=False) if is_said(child)]
        first = int(start) if (start := str(element.get("start") or "1")).isdecimal() else 1
        with self._group("list", Piece(f"list, {_count(len(items), 'item')}", "")):
            for number, item in enumerate(items, first):
                self.pause()
                self._open(f"{number}." if element.name == "ol" else "bullet", item)

    def _read_table(self, table: Tag) -> None:
        grid = said_cells(table)
        size = f"{_count(len(grid), 'row')}, {_count(max(map(len, grid), default=0), 'column')}"
        caption = table.find("caption")
        with self._group("table", Piece(f"table, {size}", _squeeze(caption.get_text(" ")) if caption else "")):
            for row, cells in enumerate(grid):
                for column, cell in enumerate(cells):
                    names = ", ".join(_squeeze(it.get_text(" ")) for it in headers_of(grid, row, column))
                    place = f"row {row + 1}, column {column + 1}{', ' if names else ''}{names}:"
                    self.pause()
                    self._open(f"{place} {header_kind(cell, row)}".rstrip(), cell)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _squeeze(text: str) -> str:
    return " ".join(text.split()) if text.isascii() else _SPACE.sub(" ", text).strip()
