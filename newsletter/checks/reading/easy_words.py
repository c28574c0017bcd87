"""Which English words most readers know: a list of word families; an inflected form is as easy as its base."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from newsletter.checks.reading.lists import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

# Ending → what the base may have had in its place.
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"), ("ves", "f"), ("ves", "fe"),
    ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"),
    ("est", ""), ("est", "e"), ("ly", ""), ("ly", "le"), ("ness", ""), ("iness", "y"), ("ful", ""), ("less", ""),
    ("en", ""), ("en", "e"), ("ens", ""), ("ened", ""), ("ening", ""),
)  # fmt: skip


@functools.lru_cache(maxsize=50_000)
def is_easy(word: str) -> bool:
    """Whether a word, or each part of a compound, is on the list or an inflection of one that is."""
    parts = [part for part in re.split(r"[-–]", word.lower().replace("’", "'")) if part]
    return all(len(part) == 1 or any(base in _easy_words() for base in base_forms(part)) for part in parts)


def base_forms(word: str) -> Iterator[str]:
    """Yield a word in lower case and what it may be an inflection of."""
    word = re.sub(r"(?:n't|'(?:s|re|ve|ll|d|m)?)$", "", word) if word not in _irregular_forms() else word
    yield word
    if word in _irregular_forms():
        yield _irregular_forms()[word]
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:  # noqa: PLR2004 - one letter is no stem
            continue
        yield stem + instead
        if not instead and len(stem) > 3 and stem[-1] == stem[-2]:  # noqa: PLR2004 - stopped, running
            yield stem[:-1]


@functools.cache
def _irregular_forms() -> dict[str, str]:
    pairs = (pair.partition(":") for line in read_lines("irregular.txt") for pair in line.split())
    return {form: base for form, _, base in pairs}


@functools.cache
def _easy_words() -> frozenset[str]:
    everyday = (word for line in read_lines("everyday.txt") for word in line.split())
    return frozenset([*read_lines("easy.txt"), *everyday])
