"""In which language an email is, for what is asked of its words: as it says, or else as its words tell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsletter.checks.tongues.inheriting import inherited_texts, stated_language
from newsletter.checks.tongues.telling import tell_language
from newsletter.languages import direction_of, primary_language

if TYPE_CHECKING:
    from newsletter.checks.document import Document

DEFAULT = "en"


def main_language(document: Document) -> str:
    """Give the language (ISO 639-1) of an issue, of the html element, or of most words; English where none tells."""
    if document.letter:
        return primary_language(document.letter.language)
    stated = stated_language(document.root) if document.root else ""
    return stated or document.once(_read_language)


def _read_language(document: Document) -> str:
    letters: Counter[str] = Counter()
    for element, text in inherited_texts(document):
        letters[stated_language(element)] += len(text)
    stated, number = max(letters.items(), key=lambda it: it[1], default=("", 0))
    words = document.words(document.soup)
    return stated if stated and number * 2 >= len(words) else tell_language(words) or DEFAULT


def usual_direction(document: Document) -> str:
    """Give the direction, `ltr` or `rtl`, in which the language of an email is written."""
    return direction_of(main_language(document))
