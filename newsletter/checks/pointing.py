"""Phrases that point something out by how it looks or where it stands, in five languages."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from newsletter.checks.nesting import text_blocks
from newsletter.checks.recalling import recalled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document

# What a letter has that can be pointed out.
_THINGS = (
    "button|buttons|link|links|box|boxes|icon|icons|column|picture|image|field|fields|row|rows|"
    "knopf|schaltfläche|kasten|symbol|spalte|bild|feld|felder|zeile|zeilen|"
    "bouton|boutons|lien|liens|encadré|icône|colonne|champ|champs|ligne|lignes|"
    "botón|botones|enlace|enlaces|recuadro|icono|columna|imagen|campo|campos|fila|filas|"
    "knop|knoppen|kader|pictogram|kolom|afbeelding|veld|velden|rij|rijen"
)
_EN = "red|green|blue|yellow|orange|purple|pink|grey|gray"
_DE = "rot|grün|blau|gelb|orange|lila|grau"
_FR = "rouge|vert|bleu|jaune|orange|violet|rose|gris"
_ES = "rojo|verde|azul|amarillo|naranja|morado|rosa|gris"
_NL = "rood|groen|blauw|geel|oranje|paars|roze|grijs"
# “The dates in red”, “marked in red”, “the red button”.
COLOURED = re.compile(
    rf"\b(?:(?:dates?|days?|words?|names?|items?|rows?|marked|shown|highlighted|written|text|prices?)"
    rf" (?:are )?in (?:{_EN})\b|the (?:{_EN}) (?:{_THINGS})\b"
    rf"|(?:{_DE})e?[mnrs]? (?:markiert|hervorgehoben|geschrieben|unterlegt)\w*|in (?:{_DE}) (?:markiert|geschrieben)\w*"
    rf"|(?:der|die|das|den|dem) (?:{_DE})en? (?:{_THINGS})\b"
    rf"|(?:dates?|jours?|mots?|noms?|lignes?|indiqué\w*|marqué\w*|écrit\w*|surligné\w*) en (?:{_FR})\b"
    rf"|(?:le|la|les) (?:{_THINGS}) (?:{_FR})e?s?\b"
    rf"|(?:fechas?|días?|palabras?|nombres?|filas?|marcad\w+|escrit\w+|resaltad\w+) en (?:{_ES})\b"
    rf"|(?:el|la|los|las) (?:{_THINGS}) (?:{_ES})e?s?\b"
    rf"|in het (?:{_NL})\b|(?:{_NL}) (?:gemarkeerd|gedrukt)\w*|(?:de|het) (?:{_NL})e (?:{_THINGS})\b)",
    re.IGNORECASE,
)
# “The button on the right”, “the left-hand column”, “the round icon”.
PLACED = re.compile(
    rf"\b(?:(?:{_THINGS}) (?:on|to) (?:the|your) (?:right|left)\b"
    rf"|(?:right|left)-hand (?:{_THINGS}|side)\b|the (?:right|left|round|square|large) (?:{_THINGS})\b"
    rf"|(?:{_THINGS}) (?:rechts|links)\b|(?:rechte|linke|runde|eckige)[nrsm]? (?:{_THINGS})\b"
    rf"|(?:{_THINGS}) (?:à|de|sur la) (?:droite|gauche)\b|(?:{_THINGS}) (?:rond|ronde|carré|carrée)s?\b"
    rf"|(?:{_THINGS}) (?:a|de) la (?:derecha|izquierda)\b|(?:{_THINGS}) redond[oa]s?\b"
    rf"|(?:rechter|linker|ronde) ?(?:{_THINGS})\b)",
    re.IGNORECASE,
)


# No phrase is without one of these, and they are found much faster.
_SIDES_WORDS = "right left large square round rund rond redond carré recht link eckig droit gauche derech izquierd"
HINTS: dict[re.Pattern[str], list[str]] = {
    COLOURED: f"{_EN}|{_DE}|{_FR}|{_ES}|{_NL}".split("|"),
    PLACED: _SIDES_WORDS.split(),
}


def find_phrases(document: Document, pattern: re.Pattern[str]) -> Iterator[tuple[Tag, str]]:
    """Yield each block of text with a phrase of a pattern, and the phrase."""
    find = _finder(pattern)
    for block in text_blocks(document):
        if phrase := find(document.words(block)):
            yield block, phrase


@functools.cache
def _finder(pattern: re.Pattern[str]) -> Callable[[str], str]:
    """Make what finds a phrase in words; empty where there is none."""
    hints = HINTS[pattern]

    def find(words: str) -> str:
        lower = words.lower()
        found = pattern.search(words) if any(hint in lower for hint in hints) else None
        return found[0] if found else ""

    return recalled(find)
