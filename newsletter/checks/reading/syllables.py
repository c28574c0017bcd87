"""How many syllables a word has: English by rules and exceptions, other languages by groups of vowels."""

from __future__ import annotations

import functools
import re
import unicodedata

from newsletter.checks.reading.lists import read_lines

# -es and -ed that have no vowel sound of their own; -le and its forms after a consonant have one.
_SILENT = re.compile(r"(?:(?<![cgsxz])(?<!ch)(?<!sh)es|(?<![td])ed|(?<=q)ues?|e)$")
_SYLLABIC_LE = re.compile(r"[^aeiouylrw]le[sd]?$")
_SILENT_INSIDE = re.compile(
    r"(?<=[^aeiouy])e(?=(?:ment|less|ness|ful|fulness|lessly|fully|ly|works?|times?|where|thing|one|body)s?$)"
)
# Vowels side by side that are said apart.
_APART = re.compile(
    r"(?<![ctsgx])i(?:a(?!ge)|o(?!us)|ou(?=s))|(?<=[aeiou])[iy]ng|iu|crea(?=t)|rea(?=lit)|theat|eo(?!u|p|n)|[^gq]ua(?!r)|uou|"
    r"^rea(?!d|l|ch|s|p|r)|^re[eiou]|^coo[pr]|^bi[aeiou]|^pre[aeiou]|ism$|isms$|(?<=[^aeiouylr])n't$|(?<=[dl])ier$|^mc(?=[^aeiou])|uel$|"
    r"ying|(?<=[iou])al(?:s|ly)?$"
)

_GROUPS = {
    # In German and Dutch diphthongs and doubled vowels are one sound; other vowels side by side are apart.
    "de": re.compile(r"aa|ee|oo|ie(?!r$)|ai|au|äu|ei|eu|ui|ey|(?<=q)u[aeiouäöüy]|[aeiouäöüy]"),
    "nl": re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|ai|(?<=q)u[aeiou]|[aeiouyäëïöüéèê]"),
    # A strong vowel makes a syllable; unstressed i and u lean on it.
    "es": re.compile(
        r"(?:(?<=[qg])u(?=[eiéí]))?"
        r"(?:[iuüy]?[aeoáéó][iuüy]?(?![aeiouáéíóú])|[iuüy]?[aeoáéó]|[íú]|[iuüy]{1,2})"
    ),
    "it": re.compile(r"(?:(?<=[qg])u)?(?:[iu]?[aeoàèéòó][iu]?(?![aeiou])|[iu]?[aeoàèéòó]|[ìíùú]|[iuy]{1,2})"),
    "fr": re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+"),
}
# A final -e, -es, -ent (of verbs, but not of -ment) is not said, except where nothing else is.
_FRENCH_SILENT = re.compile(r"(?:(?<=[^aeoyèà])es?|(?<=[^aeiouyéèà])(?<!m)ent)$")
# The u of -que and -gue only keeps the consonant hard.
_FRENCH_HARD_CONSONANT = re.compile(r"(?<=g)u(?=[eiéèêy])|(?<=q)u")
_FRENCH_APART = re.compile(r"[éèê](?=[aeioâêô])|ï|ë|(?<=[bcdfgpt][lr])i(?=[eo])")


@functools.lru_cache(maxsize=50_000)
def count_syllables(word: str, language: str = "en") -> int:
    """Count the syllables of one word, the parts of a compound each; one without letters has one."""
    parts = [part for part in re.split(r"[-–]", word.lower().replace("’", "'")) if part]
    return max(1, sum(_count(part, language) for part in parts))


def _count(word: str, language: str) -> int:
    if language == "en":
        return count_by_list(word)
    plain = unicodedata.normalize("NFC", word)
    if language != "fr":
        return max(1, len(_GROUPS[language].findall(plain)))
    heard = _FRENCH_SILENT.sub("", _FRENCH_HARD_CONSONANT.sub("", plain))
    spoken = heard.replace("'", "")
    return max(1, len(_GROUPS["fr"].findall(spoken)) + len(_FRENCH_APART.findall(spoken)))


def count_by_list(word: str) -> int:
    """Count the syllables of an English word: by the list of exceptions, and by rules where it is not there."""
    plain = re.sub(r"'s?$", "", word)
    return known if (known := _exceptions().get(plain)) else count_by_rules(plain)


def count_by_rules(word: str) -> int:
    """Count the syllables of an English word in lower case: groups of vowels, less silent ones, plus those apart."""
    plain = re.sub(r"[^a-z']", "", _without_accents(word))
    syllabic = bool(_SYLLABIC_LE.search(plain))
    bare = _SILENT_INSIDE.sub("", _SILENT.sub("", plain))
    marked = word.endswith("é") + word.count("ï")
    return max(1, len(re.findall(r"[aeiouy]+", bare)) + len(_APART.findall(bare)) + syllabic + marked)


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


@functools.cache
def _exceptions() -> dict[str, int]:
    """Words whose syllables the rules miscount; empty while the list is being written."""
    pairs = (line.split() for line in read_lines("syllables.txt"))
    return {word: int(count) for word, count in pairs}
