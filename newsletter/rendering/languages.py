"""What a language decides: the direction of writing and how a date is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

# Languages written from right to left (CLDR, characterOrder).
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


def primary(language: str) -> str:
    """Take the primary subtag of a BCP 47 tag: `de-AT` → `de`."""
    return language.replace("_", "-").split("-")[0].lower()


def direction_of(language: str) -> str:
    """Say `rtl` or `ltr`."""
    return "rtl" if primary(language) in RIGHT_TO_LEFT else "ltr"


def write_date(date: datetime.date, language: str) -> str:
    """Write a date in full, such as “24 November 2026”; in ISO form where the language is unknown."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        locale = Locale.parse("en-GB" if language.lower() == "en" else language, sep="-")
    except (UnknownLocaleError, ValueError):
        return date.isoformat()
    return format_date(date, format="long", locale=locale)
