"""What words and a language decide: a direction, whether there are italics, and how a date is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from markupsafe import Markup

from newsletter.languages import RIGHT_TO_LEFT, primary_language

if TYPE_CHECKING:
    import datetime

# Languages whose letters have no slanted form: a browser would tilt the upright ones (W3C, Text Layout Requirements).
UPRIGHT = RIGHT_TO_LEFT | {"ja", "ko", "zh"}

# Telephone numbers and others of at least seven digits in groups; not two years, whose order is that of the words.
DIGIT_GROUPS = re.compile(
    r"((?<![\w-])(?!\d{4}[\u2010\u2011-]\d{4}(?!\w))\+?\(?\d(?:[\s()/\u2010\u2011-]{0,2}\d){6,}(?!\w))"
)


def direction_of_words(words: str) -> str:
    """Say in which direction all letters of some words are written; empty where they differ, or there is none."""
    # Letters alone decide: L, and R or AL for Arabic (Unicode Standard Annex 9, table 4).
    found = {"ltr" if kind == "L" else "rtl" for kind in map(bidirectional, words) if kind in {"L", "R", "AL"}}
    return found.pop() if len(found) == 1 else ""


def turn(words: str, around: str) -> Markup:
    """Write the direction of words that all go against the one around them, so that what stands beside them stays."""
    direction = direction_of_words(words)
    return Markup() if direction in {"", around} else Markup(' dir="{}"').format(direction)


def is_upright(language: str) -> bool:
    """Whether a language is written without italics, so that stress needs another look."""
    return primary_language(language) in UPRIGHT


def write_date(date: datetime.date, language: str) -> str:
    """Write a date in full, such as “24 November 2026”; in ISO form where the language is unknown."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        locale = Locale.parse("en-GB" if language.lower() == "en" else language, sep="-")
    except (UnknownLocaleError, ValueError):
        return date.isoformat()
    return format_date(date, format="long", locale=locale)
