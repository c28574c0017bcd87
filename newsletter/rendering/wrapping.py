"""Lines that fit a mail program's window."""

from __future__ import annotations

import textwrap

# RFC 5322, section 2.1.1, asks for lines of at most 78 characters.
WIDTH = 78


def wrap(text: str, width: int = WIDTH) -> str:
    """Break each line of `text` at `width` columns; addresses stay whole, other words that are too long are cut."""
    return "\n".join(_wrap_line(line, max(width, 20)) for line in text.split("\n"))


def _wrap_line(line: str, width: int) -> str:
    words = [piece for word in line.split() for piece in _cut(word, width)]
    return textwrap.fill(" ".join(words), width, break_long_words=False, break_on_hyphens=False)


def _cut(word: str, width: int) -> list[str]:
    if len(word) <= width or "://" in word:
        return [word]
    return [word[start : start + width] for start in range(0, len(word), width)]
