"""Titles that say there is no such page, in the languages that newsletters here are written in."""

from __future__ import annotations

import re

_SEPARATORS = re.compile(r"\s*[|»«·•–—]\s*|\s+-+\s+|:\s+|/")
_PUNCTUATION = re.compile(r"[!?.,…()\[\]\"“”„*\s]+")
MAX_CHARACTERS = 200

_THING = r"(?:page|file|document|article|post|content|product|url|link|resource|site|object)"
_ENGLISH = (
    rf"(?:we|i) (?:can't|cannot|can not|couldn't|could not) (?:seem to )?find (?:that|this|the|your) {_THING}.*",
    (
        rf"(?:(?:the|this|that|your|requested) )*{_THING}?(?: you (?:requested|(?:are|were) looking for))?"
        r" ?(?:(?:was |could |can|is )?(?:not|n't) (?:be )?(?:found|available)"
        r"|cannot be found|couldn't be found|isn't available|can't be found|(?:is )?no longer (?:available|exists|here)"
        r"|does not exist|doesn't exist|has been (?:removed|deleted|moved)|(?:is )?(?:missing|unavailable|gone))"
    ),
    r"(?:this |the )?domain(?: name)? (?:is|may be) (?:for sale|parked).*",
    r"nothing (?:was )?found(?: here)?",
)
_OTHERS = (
    r"(?:die |diese )*(?:seite|datei) (?:wurde )?(?:leider )?(?:nicht gefunden|existiert nicht(?: mehr)?)",
    r"(?:(?:la |cette )?page (?:est )?(?:introuvable|non trouvée|n'existe (?:pas|plus)))",
    r"(?:(?:la )?p[áa]gina no (?:encontrada|existe|disponible))",
    r"(?:(?:de )?pagina (?:is )?niet (?:gevonden|beschikbaar))",
    r"(?:(?:la )?pagina non (?:trovata|esiste|disponibile))",
)
_CODE = r"(?:(?:http|error|status|code|fehler|erreur|errore|fout|page) )*(?:404|410)(?: error| page| fehler| gone)*"
_SENTENCE = "|".join((*_ENGLISH, *_OTHERS))
_NOT_FOUND = re.compile(rf"(?:(?:oops|sorry|whoops|uh oh|uh-oh) )*(?:{_CODE})?(?: ?(?:{_SENTENCE}))?")


def says_not_found(title: str) -> bool:
    """Whether a title, or a part of it between bars and dashes, says nothing but that there is no page."""
    text = title[:MAX_CHARACTERS].lower().replace("’", "'")
    parts = (_PUNCTUATION.sub(" ", part).strip() for part in (text, *_SEPARATORS.split(text)))
    return any(part and _NOT_FOUND.fullmatch(part) for part in parts)
