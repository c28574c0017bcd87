"""Language tags (BCP 47)."""

from __future__ import annotations


def primary_language(tag: str) -> str:
    """Take the language of a tag, in small letters: `de-AT` and `de_AT` → `de`."""
    return tag.replace("_", "-").partition("-")[0].lower()
