"""A sentence → its words, and which of them are names."""

from __future__ import annotations

import re

# RFC 5321 allows 64 characters before the @; a bound also keeps the search of a long word without one short.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[^\s@]{1,64}@\S+|\b(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|info|uk|de|fr|nl|es|it|eu)\b\S*"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’‘\-‑–][^\W\d_]+)*")
_SHORTENED = re.compile(r"\b(?:[^\W\d_]\.){2,}")


def find_words(sentence: str) -> list[str]:
    """List the words of a sentence; numbers and addresses are none, and e.g. is one."""
    text = _ADDRESS.sub(" ", sentence)
    return _WORD.findall(_SHORTENED.sub(lambda found: found[0].replace(".", ""), text))


def is_name(word: str, position: int) -> bool:
    """Whether an English word is a proper name or an acronym: a capital inside a sentence, or capitals throughout."""
    if word in {"I", "A"} or word.startswith(("I'", "I’")):
        return False
    return (word[0].isupper() and position > 0) or (len(word) > 1 and word.isupper())
