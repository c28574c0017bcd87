"""A passage → its sentences."""

from __future__ import annotations

import functools
import re

from newsletter.checks.reading.languages import LANGUAGES, Language
from newsletter.checks.reading.lists import list_words
from newsletter.checks.recalling import TEXTS

_CANDIDATE = re.compile(r"(?P<marks>[.!?…]+)(?P<closing>(?:[\"'”’“‘»«)\]*_]|\s»)*)(?=\s|$)")
_OPENING = "\"'“‘„«»([*_¿¡"
_WORD = re.compile(r"['’-]*\w[\w'’-]*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ITEM_NUMBER = re.compile(r"\(?\d{1,3}[.)]")
_ATTRIBUTION = re.compile(r"\w+ (?:said|says|asked|asks|replied|cried|wrote|answered|called|whispered|added)\b")
# A word that begins sentences and no names: an initial or abbreviation before it was the end.
_STARTERS = list_words(
    "the a an he she it we they you i this that these those then there but and so in on at my our his her their "
    "its if when what why how who please no yes not for to after before now here der die das wir sie er es ich "
    "ein eine und aber le la les il elle nous vous un une el los las ella ellos de het een wij lo gli noi "
)
# Abbreviations that end sentences too: the first wherever a capital follows, the others not before a name.
_LISTS_END = list_words("etc usw enz ecc")
_LAST_WORDS = list_words("inc ltd co corp")


@functools.lru_cache(maxsize=TEXTS)
def split_sentences(passage: str, language: str = "en") -> tuple[str, ...]:
    """Split a passage where sentences end: not at abbreviations, initials, decimals, addresses, quotes or emoji.

    A line of its own is a sentence, unless the next goes on in lower case.
    """
    known = LANGUAGES.get(language, LANGUAGES["en"])
    lines = re.split(r"\n+(?!\s*[^\W\d_A-ZÀ-ÞŒ])", passage)
    return tuple(sentence for line in lines for sentence in _split_line(" ".join(line.split()), known))


def _split_line(line: str, language: Language) -> list[str]:
    # Who writes without capitals still ends sentences.
    is_cased = line != line.lower()
    sentences, start = [], 0
    for found in _CANDIDATE.finditer(line):
        if _is_end(line, found, language, is_cased=is_cased):
            sentences.append(line[start : found.end()])
            start = found.end()
    sentences.append(line[start:])
    return _join_wordless([sentence.strip() for sentence in sentences if sentence.strip()])


def _is_end(line: str, found: re.Match[str], language: Language, *, is_cased: bool) -> bool:
    after = line[found.end() :].lstrip(" " + _OPENING)
    first = _WORD.search(after)
    if not first:
        return True
    following = first[0]
    if is_cased and following[0].islower():
        return False
    if found["closing"][:1] in set("\"'”’“‘»") and _ATTRIBUTION.match(after):
        return False
    return found["marks"] != "." or not _is_shortened(_word_before(line, found), following, language)


def _word_before(line: str, found: re.Match[str]) -> str:
    return line[: found.start()].rpartition(" ")[2].lstrip(_OPENING)


def _is_shortened(word: str, following: str, language: Language) -> bool:
    """Whether the full stop after a word belongs to the word."""
    if word.isdigit():
        return language.has_ordinals and len(word) <= 2 and following.lower() not in _STARTERS  # noqa: PLR2004 - days
    lower = word.lower()
    if lower in language.before_numbers:
        return following[0].isdigit()
    if lower in _LISTS_END:
        return False
    if lower in language.abbreviations:
        return lower not in _LAST_WORDS or following.lower() not in _STARTERS
    if word != "I" and _INITIALS.fullmatch(word):
        return following.lower() not in _STARTERS
    return False


def _join_wordless(sentences: list[str]) -> list[str]:
    """Join what has no words to a neighbour: the number of an item to what follows, an emoji to what it follows."""
    joined: list[str] = []
    for sentence in sentences:
        begins = re.search(r"[^\W\d_]", sentence) or _ITEM_NUMBER.fullmatch(sentence)
        if joined and not (begins and re.search(r"[^\W\d_]", joined[-1])):
            joined[-1] += f" {sentence}"
        else:
            joined.append(sentence)
    return [sentence for sentence in joined if re.search(r"\w", sentence)]
