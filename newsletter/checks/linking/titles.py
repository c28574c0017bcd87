"""Titles that say there is no such page, in the languages that newsletters here are written in."""

from __future__ import annotations

import re

_SEPARATORS = re.compile(r"\s*[|»«·•–—]\s*|\s+-+\s+|:\s+|/")
_PUNCTUATION = re.compile(r"[!?.,…()\[\]\"“”„*\s]+")
MAX_CHARACTERS = 200

_THING = r"(?:page|file|document|article|post|content|product|url|link|resource|site|object)"
_WHERE = r"(?: (?:on|at|in) (?:this|our|the) (?:server|site|website|location|page))?"
_ENGLISH = (
    rf"(?:we|i) (?:can't|cannot|can not|couldn't|could not) (?:seem to )?find (?:that|this|the|your) {_THING}.*",
    (
        rf"(?:(?:the|this|that|your|requested) )*{_THING}?(?: you (?:requested|(?:are|were) looking for))?"
        r" ?(?:(?:was |could |can|is )?(?:not|n't) (?:be )?(?:found|available)"
        r"|cannot be found|couldn't be found|isn't available|can't be found|(?:is )?no longer (?:available|exists|here)"
        rf"|could not be located|wasn't found{_WHERE}|was not found{_WHERE}"
        r"|does not exist|doesn't exist|has been (?:removed|deleted|moved)|(?:is )?(?:missing|unavailable|gone))"
    ),
    r"(?:this |the )?domain(?: name)? (?:is|may be) (?:for sale|parked).*",
    rf"(?:it looks like )?nothing (?:was )?found(?: here)?{_WHERE}",
    rf"(?:the )?requested url (?:\S+ )?was not found{_WHERE}",
)
_OTHERS = (
    (
        r"(?:die |diese |leider |gewünschte |angeforderte |gesuchte )*(?:seite|datei)"
        r" (?:wurde |ist |existiert |konnte )?(?:leider )?"
        r"(?:nicht(?: mehr)?(?: gefunden| verfügbar| vorhanden)?(?: werden)?|existiert nicht(?: mehr)?)"
    ),
    (
        r"(?:la |cette )?page(?: (?:demandée|que vous (?:cherchez|recherchez|demandez)))?"
        r" (?:est |semble )?(?:introuvable|non trouvée|n'existe (?:pas|plus)|n'a pas été trouvée|n'est plus disponible)"
    ),
    (
        r"(?:la )?p[áa]gina(?: (?:solicitada|que (?:buscas|busca|ha solicitado)))?"
        r" no (?:encontrada|existe|disponible|se (?:ha encontrado|encuentra|encontró)|está disponible)"
    ),
    (
        r"(?:de |deze )?(?:gevraagde |opgevraagde )?pagina(?: die (?:u|je) zoekt)?"
        r" (?:is |bestaat |kon )?niet(?: meer)?(?: gevonden| beschikbaar)?(?: worden gevonden)?"
    ),
    (
        r"(?:la )?pagina(?: (?:richiesta|che (?:cerchi|stai cercando)))?"
        r" non (?:trovata|esiste(?: più)?|disponibile|è stata trovata|è (?:più )?disponibile)"
    ),
    r"(?:a )?página não (?:encontrada|existe|foi encontrada)",
)
_CODE = r"(?:(?:http|error|status|code|fehler|erreur|errore|fout|page) )*(?:404|410)(?: error| page| fehler| gone)*"
_SENTENCE = "|".join((*_ENGLISH, *_OTHERS))
_NOT_FOUND = re.compile(rf"(?:(?:oops|sorry|whoops|uh oh|uh-oh) )*(?:{_CODE})?(?: ?(?:{_SENTENCE}))?")


def says_not_found(title: str) -> bool:
    """Whether a title, or a part of it between bars and dashes, says nothing but that there is no page."""
    text = title[:MAX_CHARACTERS].lower().replace("’", "'")
    parts = (_PUNCTUATION.sub(" ", part).strip() for part in (text, *_SEPARATORS.split(text)))
    return any(part and _NOT_FOUND.fullmatch(part) for part in parts)
