"""How many syllables an English word has: groups of vowels, less the silent ones, plus those said apart."""

from __future__ import annotations

import functools
import re

_EXCEPTIONS = {
    "anyone": 3, "area": 3, "being": 2, "business": 2, "businesses": 3, "doing": 2, "every": 2, "everyone": 3,
    "everything": 3, "evening": 2, "evenings": 2, "framework": 2, "going": 2, "homework": 2, "idea": 3, "ideas": 3,
    "people": 2, "poem": 2, "quiet": 2, "safety": 2, "science": 2, "something": 2, "sometimes": 2, "somewhere": 2,
    "someone": 2, "therefore": 2, "trying": 2, "violence": 3, "whatever": 3, "diet": 2, "therapeutic": 4,
}  # fmt: skip
# -es and -ed that have no vowel sound of their own; -le and its forms after a consonant have one.
_SILENT = re.compile(r"(?:(?<![cgsxz])(?<!ch)(?<!sh)es|(?<![td])ed|(?<=q)ues?|e)$")
_SYLLABIC_LE = re.compile(r"[^aeiouylrw]le[sd]?$")
_SILENT_INSIDE = re.compile(r"(?<=[^aeiouyl])e(?=(?:ment|less|ness|ful|fulness|lessly|fully|ly|works?|times?)s?$)")
# Vowels side by side that are said apart.
_APART = re.compile(
    r"(?<![ctsgx])i(?:a(?!ge)|o(?!us)|ou(?=s))|(?<=[aeiou])[iy]ng|iu|crea(?=t)|rea(?=lit)|theat|eo(?!u|p|n)|[^gq]ua(?!r)|uou|"
    r"^rea(?!d|l|ch|s|p|r)|^re[eiou]|^coo[pr]|^bi[aeiou]|^pre[aeiou]|ism$|isms$|n't$|(?<=[dl])ier$|^mc(?=[^aeiou])|uel$|ying|"
    r"(?<=[iou])al(?:s|ly)?$"
)


@functools.lru_cache(maxsize=20_000)
def count_syllables(word: str) -> int:
    """Count the syllables of one word; one without letters has one."""
    plain = re.sub(r"[^a-z']", "", word.lower().replace("’", "'"))
    plain = re.sub(r"'s?$", "", plain)
    if plain in _EXCEPTIONS:
        return _EXCEPTIONS[plain]
    syllabic = bool(_SYLLABIC_LE.search(plain))
    bare = _SILENT_INSIDE.sub("", _SILENT.sub("", plain))
    return max(1, len(re.findall(r"[aeiouy]+", bare)) + len(_APART.findall(bare)) + syllabic)
