"""“Did you mean”: which known word somebody may have meant by one that nobody knows."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# From which likeness a word may be one that was mistyped, within a name and as the whole of one.
ALIKE, ALIKE_AS_A_WHOLE = 0.7, 0.6


def suggest(name: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """Ask whether the nearest known name is meant; where none is near, say `otherwise`, or list them all."""
    names = list(known)
    if near := find_nearest(name, names):
        return ask(near[:1])
    return f"Known are: {', '.join(sorted(names))}." if otherwise is None else otherwise


def ask(near: Iterable[str]) -> str:
    """Ask whether one of some names is meant."""
    *others, last = (f"“{it}”" for it in near)
    return f"Did you mean {', '.join(others)}{' or ' if others else ''}{last}?"


def find_nearest(name: str, known: Sequence[str]) -> list[str]:
    """Order the known names that are like one: by its words, or else as a whole.

    Of those that have the same words, one that has no others comes first; the rest stay as they stood.
    """
    wanted = _part(name)
    words = {it: _count_words(wanted, _part(it)) for it in known}
    wholes = {it: _likeness(name.casefold(), it.casefold()) for it in known}
    near = [it for it in known if wholes[it] >= ALIKE_AS_A_WHOLE or words[it] >= max(ALIKE, len(wanted) / 2)]
    rank = {it: (words[it], len(_part(it)) == len(wanted)) if words[it] else (0, wholes[it]) for it in near}
    return sorted(near, key=lambda it: rank[it], reverse=True)


def _count_words(wanted: Sequence[str], words: Sequence[str]) -> float:
    """Add up how well each wanted word is found, from 0, not at all, to 1, letter by letter."""
    found = (max((_likeness(word, other) for other in words), default=0) for word in wanted)
    return sum(best for best in found if best >= ALIKE)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _part(name: str) -> list[str]:
    """Part a name into its words; a date is one."""
    return re.findall(r"\d{4}-\d\d-\d\d|[^\W_]+", name.casefold())
