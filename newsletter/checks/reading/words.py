"""A sentence → its words, and which of them are names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.recalling import recalled

if TYPE_CHECKING:
    from collections.abc import Iterable

# RFC 5321 allows 64 characters before the @; a bound also keeps the search of a long word without one short.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[^\s@]{1,64}@\S+|\b(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|info|uk|de|fr|nl|es|it|eu)\b\S*"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’‘\-‑–][^\W\d_]+)*")
_INNER_MARK = re.compile(r"@|//|\.\w")
_SHORTENED = re.compile(r"\b(?:[^\W\d_]\.){2,}")


@recalled
def find_words(sentence: str) -> tuple[str, ...]:
    """List the words of a sentence; numbers and addresses are none, and e.g. is one."""
    # Few sentences hold an address or a shortened word, and all of those hold this.
    if _INNER_MARK.search(sentence):
        sentence = _ADDRESS.sub(" ", sentence)
        sentence = _SHORTENED.sub(lambda found: found[0].replace(".", ""), sentence)
    return tuple(_WORD.findall(sentence))


def is_name(word: str, position: int) -> bool:
    """Whether an English word is a proper name or an acronym: a capital inside a sentence, or capitals throughout."""
    if word in {"I", "A"} or word.startswith(("I'", "I’")):
        return False
    return (word[0].isupper() and position > 0) or (len(word) > 1 and word.isupper())


def bare(word: str) -> str:
    """Take the possessive ending off a word."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def find_names(sentences: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """List the words that have a capital inside sentences and are nowhere in small letters: names where one begins."""
    capital: set[str] = set()
    small: set[str] = set()
    for words in sentences:
        small.update(word for word in words if word[0].islower())
        capital.update(bare(word) for word in words[1:] if word[0].isupper())
    return frozenset(name for name in capital if name.lower() not in small)
