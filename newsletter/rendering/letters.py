"""How wide words are, without a font: an estimate on the wide side."""

from __future__ import annotations

import functools

from wcwidth import iter_graphemes, wcswidth

# Widths in em of Georgia's bold letters, measured in a browser; other usual families are narrower, and so are most
# letters of other scripts. Each group stands for its widest letters.
_NARROW, _NARROW_EM = frozenset(" !'(),-./:;I[\\]fijlrt{|}’‘"), 0.45
_BROAD, _BROAD_EM = frozenset("%@MWmwœ–—…ЖМШЩЮжмшщю"), 1.05
_CAPITAL_EM, _LETTER_EM, _DOUBLE_EM = 0.84, 0.67, 1.1


@functools.lru_cache(maxsize=4096)
def width_in_em(words: str) -> float:
    """Estimate how wide words are on one line, in em."""
    return sum(_width(one) for one in iter_graphemes(words))


def longest_word_in_em(words: str) -> float:
    """Estimate how wide the widest of some words is, in em; 0 where there is none."""
    return max(map(width_in_em, words.split()), default=0)


def count_lines(words: str, room: float) -> int:
    """Count the lines that words take in a room of so many em, at least one."""
    lines, used = 1, 0.0
    for word in words.split():
        width = width_in_em(word)
        if used and used + _NARROW_EM + width > room:
            lines, used = lines + 1, width
        else:
            used += width + (_NARROW_EM if used else 0)
    return lines


def _width(grapheme: str) -> float:
    columns = wcswidth(grapheme)
    if columns <= 0:
        return 0
    if columns > 1:
        return _DOUBLE_EM
    if grapheme in _NARROW:
        return _NARROW_EM
    if grapheme in _BROAD:
        return _BROAD_EM
    return _CAPITAL_EM if grapheme.isupper() else _LETTER_EM
