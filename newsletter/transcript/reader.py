"""HTML → the lines that a screen reader says, in order.

No two screen readers say the same words; this is what all of them tell: what a thing is, its words, where a group
begins and where it ends.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from newsletter.transcript.roles import BLOCKS, GROUPS, heading_level, is_said, role_of
from newsletter.transcript.speech import Line, Piece

if TYPE_CHECKING:
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
        pieces = tuple(Piece(it.role, _squeeze(it.words)) for it in self._pieces)
        pieces = tuple(it for it in pieces if it.role or it.words)
        if pieces:
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
        if last and last.role not in {"link", "image"}:
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
        elif role in GROUPS and (role != "region" or element.get("aria-label")):
            label = str(element.get("aria-label") or "")
            self._read_group(element, GROUPS[role], Piece(GROUPS[role], label))
        else:
            self._read_inside(element)

    def _read_inside(self, element: Tag) -> None:
        for child in element.children:
            self.read(child)

    def _open(self, mark: str, element: Tag) -> None:
        self._pieces.append(Piece(mark, ""))
        self._read_inside(element)

    def _read_group(self, element: Tag, words: str, entering: Piece) -> None:
        self.say(entering)
        self._depth += 1
        self._read_inside(element)
        self.pause()
        self._depth -= 1
        self.say(Piece(f"end of {words}", ""))

    def _read_image(self, element: Tag) -> None:
        name = element.get("aria-label") or element.get("alt")
        if name is None:
            name = element.get("title") or urlsplit(str(element.get("src") or "")).path.rsplit("/", 1)[-1]
        if str(name).strip():
            self._pieces.append(Piece("image", str(name)))

    def _read_link(self, element: Tag) -> None:
        within = _Reader(self._language)
        if label := element.get("aria-label"):
            within._pieces = [Piece("", str(label))]
        else:
            within._read_inside(element)
        within.pause()
        said = " ".join(map(str, within.lines))
        self._pieces.append(Piece("link", said or str(element.get("title") or element["href"])))

    def _read_list(self, element: Tag) -> None:
        items = [child for child in element.find_all(["li"], recursive=False) if is_said(child)]
        number = int(start) if (start := str(element.get("start") or "1")).isdecimal() else 1
        self.say(Piece(f"list, {_count(len(items), 'item')}", ""))
        self._depth += 1
        for position, item in enumerate(items, number):
            self.pause()
            self._open(f"{position}." if element.name == "ol" else "bullet", item)
        self.pause()
        self._depth -= 1
        self.say(Piece("end of list", ""))

    def _read_table(self, table: Tag) -> None:
        rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
        grid = [[cell for cell in row.find_all(["th", "td"], recursive=False) if is_said(cell)] for row in rows]
        size = f"{_count(len(grid), 'row')}, {_count(max(map(len, grid), default=0), 'column')}"
        caption = table.find("caption")
        self.say(Piece(f"table, {size}", _squeeze(caption.get_text(" ")) if caption else ""))
        self._depth += 1
        for number, row in enumerate(grid, 1):
            self._read_row(number, row, grid[0] if number > 1 else [])
        self._depth -= 1
        self.say(Piece("end of table", ""))

    def _read_row(self, number: int, cells: list[Tag], above: list[Tag]) -> None:
        """Read a row; each cell after the header of its column and, beside a row's header, after that."""
        for column, cell in enumerate(cells, 1):
            headers = [above[column - 1]] if column <= len(above) and above[column - 1].name == "th" else []
            headers += [cells[0]] if column > 1 and cells[0].name == "th" and number > 1 else []
            names = ", ".join(_squeeze(header.get_text(" ")) for header in headers)
            kind = "column header " if cell.name == "th" and number == 1 else "row header " if cell.name == "th" else ""
            self.pause()
            self._open(f"row {number}, column {column}{', ' if names else ''}{names}: {kind}".rstrip(), cell)
        self.pause()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _squeeze(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
