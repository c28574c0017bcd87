"""Language tags (BCP 47), and the direction that a language is written in."""

from __future__ import annotations

# Languages written from right to left (CLDR, characterOrder).
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


def primary_language(tag: str) -> str:
    """Take the language of a tag, in small letters: `de-AT` and `de_AT` → `de`."""
    return tag.replace("_", "-").partition("-")[0].lower()


def direction_of(tag: str) -> str:
    """Say `rtl` or `ltr`."""
    return "rtl" if primary_language(tag) in RIGHT_TO_LEFT else "ltr"
