"""Which letters a language is written in (Unicode 16, blocks; ISO 15924 for the names of scripts)."""

from __future__ import annotations

import re

from newsletter.checks.recalling import recalled

# Script → its letters, and the languages of ISO 639-1 written in it; where there is one, the letters settle it.
_RANGES = {
    "Greek": ("\u0370-\u03ff\u1f00-\u1fff", "el"),
    "Cyrillic": ("\u0400-\u052f", "ab av az ba be bg ce cu cv kk ku kv ky mk mn os ru sr tg tk tt uk uz"),
    "Armenian": ("\u0531-\u058f", "hy"),
    "Hebrew": ("\u0590-\u05ff", "he iw yi ji"),
    "Arabic": ("\u0600-\u06ff\u0750-\u077f", "ar az fa ha kk ks ku ky ms pa ps sd tg tk ug ur uz"),
    "Devanagari": ("\u0900-\u097f", "hi ks mr ne pi sa sd"),
    "Bengali": ("\u0980-\u09ff", "as bn"),
    "Gurmukhi": ("\u0a00-\u0a7f", "pa"),
    "Gujarati": ("\u0a80-\u0aff", "gu"),
    "Tamil": ("\u0b80-\u0bff", "ta"),
    "Telugu": ("\u0c00-\u0c7f", "te"),
    "Kannada": ("\u0c80-\u0cff", "kn"),
    "Malayalam": ("\u0d00-\u0d7f", "ml"),
    "Sinhala": ("\u0d80-\u0dff", "si"),
    "Thai": ("\u0e00-\u0e7f", "th"),
    "Lao": ("\u0e80-\u0eff", "lo"),
    "Georgian": ("\u10a0-\u10ff", "ka"),
    "Korean": ("\u1100-\u11ff\uac00-\ud7af", "ko"),
    "Ethiopic": ("\u1200-\u137f", "am ti"),
    "Khmer": ("\u1780-\u17ff", "km"),
    "Japanese": ("\u3040-\u30ff", "ja"),
    "Chinese": ("\u4e00-\u9fff", "zh ja ko za"),
}
_FINDERS = {name: re.compile(f"[{letters}]") for name, (letters, _) in _RANGES.items()}
_NO_LETTERS = re.compile(r"[\W\d_]+")
_NOT_LATIN = re.compile(r"[^A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
LANGUAGES = {name: frozenset(languages.split()) for name, (_, languages) in _RANGES.items()}
# Languages that are hardly ever written in Latin letters; the others may be.
_NOT_LATIN_WORDS = (
    "am ar as be bg bn el fa gu he hi hy iw ja ka km kn ko lo mk ml mr ne pa ru si ta te th ti uk ur yi zh"
)
NOT_LATIN = frozenset(_NOT_LATIN_WORDS.split())
_MOST = 0.7
_FEW = 10


@recalled
def _count_letters(line: str) -> tuple[int, int]:
    """Count all letters, and the Latin ones."""
    return len(_NO_LETTERS.sub("", line)), len(_NOT_LATIN.sub("", line))


def script_of(text: str) -> str:
    """Name the script of seven in ten letters of a text; empty where there is none."""
    letters, latin = map(sum, zip(*map(_count_letters, text.split("\n")), strict=True))
    if latin >= letters * _MOST:
        return "Latin" if letters else ""
    counts = {name: len(found) for name, finder in _FINDERS.items() if (found := finder.findall(text))}
    if counts.get("Japanese", 0) * _FEW > letters:
        # Japanese mixes its own letters with those of Chinese; a brand may lend Chinese a few.
        counts["Japanese"] += counts.pop("Chinese", 0)
    script = max(counts, key=lambda name: counts[name], default="")
    return script if script and counts[script] >= letters * _MOST else ""
