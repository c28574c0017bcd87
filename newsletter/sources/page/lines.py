"""Lines of a page about a post, told by their words: who wrote it and when, its tags, the way to other pages.

In English, German, French, Spanish, Italian, Dutch and Portuguese; dates also in others.
"""

from __future__ import annotations

import re

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}\b|"
    r"\b\d{1,2}(?:st|nd|rd|th|\.|er|º)?\s+(?:de\s+)?[^\W\d_]{3,12}\.?,?\s+(?:de\s+)?(?:19|20)\d{2}\b|"
    r"(?:19|20)\d{2}年\d{1,2}月|\bmin(?:ute)?s?\s+read\b|\b(?:lesezeit|temps de lecture|tiempo de lectura)\b",
    re.IGNORECASE,
)
_DAY = re.compile(rf"(?:updated:?\s+)?{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?", re.IGNORECASE)
_WAY = re.compile(
    r"[«‹←<↩]|[^\W\d_]{0,12}\s*[»›→>]$|(?:previous|next|older|newer|back to)\b|(?:vorherige|nächste|zurück)\w*|"
    r"(?:précédent|suivant|anterior|siguiente|precedente|successivo|vorige|volgende)\w*",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?:copyright\s*)?©|copyright\s+(?:\(c\)|\d{4})", re.IGNORECASE)
_POSTED = re.compile(
    r"(?:this (?:entry|post) was )?(?:posted|published|written|filed|veröffentlicht|erstellt|publié|publicado|"
    r"pubblicato|geplaatst)\b",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"(?:tags?|tagged|filed under|categor(?:y|ies)|labels?|topics?|kategorien?|schlagw(?:ort|örter)|stichworte|"
    r"catégories?|étiquettes?|mots-clés|categorías?|etiquetas?|categorie|categorieën|trefwoorden)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:about|meet) the author|about me|written by|über (?:den autor|die autorin|mich)|à propos de l[’'e ]+\s?aut\w+|"
    r"sobre (?:el|la) autora?|sull[’']aut\w+|over de auteur",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s[|·•]\s")


def has_date(words: str) -> bool:
    """Whether words name a day, or how long a post takes to read."""
    return bool(_DATE.search(words) or _DAY.fullmatch(words))


def says_when(words: str) -> bool:
    """Whether words say when a post was published."""
    return bool(_POSTED.match(words)) and has_date(words)


def shows_way(words: str) -> bool:
    """Whether words of links lead to other pages of the site: arrows, “previous”, several between bars."""
    return bool(_WAY.match(words) or _PARTED.search(words))


def names_owner(words: str) -> bool:
    """Whether words say who has the copyright."""
    return bool(_OWNER.match(words))


def names_labels(words: str) -> bool:
    """Whether words begin as a list of tags or categories does, or are hashtags."""
    return bool(_LABELS.match(words)) or all(word.startswith("#") for word in words.split())


def names_author(words: str, author: str) -> bool:
    """Whether the words of a heading stand above a note on the author."""
    return bool(_AUTHOR.match(words)) or (bool(author) and words.casefold() == author.casefold())
