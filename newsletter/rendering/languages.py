"""What a language decides: whether it has italics, and how a date is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.languages import RIGHT_TO_LEFT, primary_language

if TYPE_CHECKING:
    import datetime

# Languages whose letters have no slanted form: a browser would tilt the upright ones (W3C, Text Layout Requirements).
UPRIGHT = RIGHT_TO_LEFT | {"ja", "ko", "zh"}


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
