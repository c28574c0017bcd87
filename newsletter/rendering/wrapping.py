"""Lines that fit a mail program's window."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from wcwidth import iter_graphemes, wcswidth

if TYPE_CHECKING:
    from collections.abc import Iterator

# RFC 5322, section 2.1.1, asks for lines of at most 78 characters.
WIDTH = 78
# What would turn a line that begins with it into a list item, a quote, an underline or a note.
_MARK = re.compile(r"[-*=~_>|#+]+|\d+[.)]|\[\d+\]")


def width_of(text: str) -> int:
    """Count columns as a terminal shows them: two for most Chinese, Japanese and Korean characters and emoji."""
    if text.isascii() and text.isprintable():
        return len(text)
    # Control characters, for which wcwidth says -1, take no room of their own here.
    return max(wcswidth(text), 0) if text.isprintable() else sum(max(wcswidth(one), 0) for one in iter_graphemes(text))


def wrap(text: str, width: int = WIDTH) -> str:
    """Break each line of `text` at `width` columns; addresses stay whole, other words that are too long are cut."""
    return "\n".join(_wrap_line(line, max(width, 20)) for line in text.split("\n"))


@functools.lru_cache(maxsize=2048)
def _wrap_line(line: str, width: int) -> str:
    lines = [""]
    room = width
    for piece, is_start in _pieces(line, width):
        columns = width_of(piece)
        gap = " " if is_start and lines[-1] else ""
        if lines[-1] and columns + len(gap) > room:
            lines.append("")
            gap, room = "", width
        lines[-1] += gap + piece
        room -= columns + len(gap)
    return "\n".join(lines)


def _pieces(line: str, width: int) -> Iterator[tuple[str, bool]]:
    """Part a line into words, and a word that is too long into pieces; say of each whether a word begins there."""
    for word in _words(line, width):
        if "://" in word or width_of(word) <= width:
            yield word, True
            continue
        piece, is_start = "", True
        for one in iter_graphemes(word):
            if piece and width_of(piece + one) > width:
                yield piece, is_start
                piece, is_start = "", False
            piece += one
        yield piece, is_start


def _words(line: str, width: int) -> Iterator[str]:
    """Part a line into words; a word that means something where a line begins stays with the one before it."""
    together = ""
    for word in line.split():
        if together and _MARK.fullmatch(word) and width_of(f"{together} {word}") <= width:
            together += f" {word}"
        else:
            yield from filter(None, [together])
            together = word
    yield from filter(None, [together])
