"""A text and the language that it is said to be in → what it surely is in instead, if anything.

Small words decide between languages of one script: in running text they are a third of all words and more, and few are
shared. Nothing is said of texts too short to have several, of languages whose small words are not known, and between
languages so near that a sentence may be in both.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections import Counter
from pathlib import Path

from newsletter.checks.recalling import recalled
from newsletter.checks.tongues.scripts import LANGUAGES, NOT_LATIN, script_of

_FILE = Path(__file__).parent / "small-words.toml"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Languages that a reader of one may take for the other in a short text.
_KIN = (
    *({"da", "nb", "nn", "no", "sv"}, {"ca", "es", "gl", "pt"}, {"cs", "sk"}, {"af", "nl"}, {"id", "ms"}),
    *({"bs", "hr", "sh", "sl", "sr"}, {"be", "bg", "mk", "ru", "sr", "uk"}),
)
_ALIASES = {"nn": "nb", "no": "nb", "bs": "hr", "sh": "hr", "in": "id"}
# So many small words of another language, of all words, and so many times those of the language stated: the more there
# are, the less they need to stand out.
_SURE = ((4, 0.25, 3.0), (15, 0.15, 2.0))
# Fewer letters of another script may be a name or a quotation.
MIN_LETTERS = 12
# Of scripts that several languages are written in, the language that most emails in it are in.
MOST_USUAL = {"Hebrew": "he", "Arabic": "ar", "Devanagari": "hi", "Bengali": "bn", "Ethiopic": "am", "Chinese": "zh"}


def tell_other(text: str, language: str) -> str:
    """Say what a text surely is in, if not in `language` (ISO 639-1): “Dutch”, “Greek letters”; empty if it may be."""
    script = script_of(text)
    written_in = LANGUAGES.get(script, frozenset())
    if written_in and language not in written_in:
        return f"{script} letters" if len(text) >= MIN_LETTERS else ""
    return _tell_by_small_words(text, _ALIASES.get(language, language)) if script in {"Latin", "Cyrillic"} else ""


def tell_other_code(text: str, language: str) -> str:
    """Say by its code (ISO 639-1) what a text surely is in, if not in `language`; empty if it may be."""
    other = tell_other(text, language)
    known = next((code for code, name, _ in small_words() if name == other), "")
    return known or (tell_language(text) if other else "")


def tell_language(text: str) -> str:
    """Say which language a text is most likely in (ISO 639-1); empty where its words tell none."""
    script = script_of(text)
    if script in {"", "Latin", "Cyrillic"}:
        usual = "ru" if script == "Cyrillic" else "en"
        other = _tell_by_small_words(text, usual)
        return next((code for code, name, _ in small_words() if name == other), usual if script == "Cyrillic" else "")
    return MOST_USUAL.get(script) or min(LANGUAGES[script])


def _tell_by_small_words(text: str, language: str) -> str:
    names = {code: name for code, name, _ in small_words()}
    if language not in names.keys() | NOT_LATIN:
        return ""
    kin = {language}.union(*(group for group in _KIN if language in group))
    number, counts = 0, Counter[str]()
    for words, found in map(_count_small_words, text.split("\n")):
        number += words
        counts.update(dict(found))
    own = max((counts[code] for code in kin), default=0)
    best, name = max(((counts[code], name) for code, name in names.items() if code not in kin), default=(0, ""))
    is_sure = any(best >= max(least, number * share, own * times) for least, share, times in _SURE)
    return name if is_sure else ""


@recalled
def _count_small_words(line: str) -> tuple[int, tuple[tuple[str, int], ...]]:
    """Count the words, and the small words of each language."""
    words = _WORD.findall(line.lower().replace("’", "'"))
    found = Counter(code for word in words for code in _languages_of_words().get(word, ()))
    return len(words), tuple(found.items())


@functools.cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    """Small word → the languages that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for code, _, words in small_words():
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found


@functools.cache
def small_words() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """List languages: ISO 639-1, English name, small words."""
    tables: dict[str, dict[str, str]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple((code, it["name"], frozenset(it["words"].split())) for code, it in tables.items())
