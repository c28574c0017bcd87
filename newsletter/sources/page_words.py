"""Words that belong to a web page and not to the post that was copied from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What site builders print around a post, in seven languages; compared in lower case, without full stops and figures.
_PAGE_WORDS = """
    back | back to blog | back to top | all posts | blog | bottom of page | close | comment | comments | continue
    reading | copy link | facebook | home | instagram | leave a comment | like | likes | linkedin | log in | log in
    / sign up | log in to leave a comment | menu | min read | more | next | no comments | no comments yet | older
    post | newer post | pinterest | post not marked as liked | previous | print | rate this post | read more |
    recent posts | related posts | reply | search | see all | share | share on facebook | share on linkedin | share
    on twitter | share this | share this post | sign up | skip to content | skip to main content | subscribe | tags
    | top of page | tweet | twitter | view | views | view comments | write a comment | x | youtube | related |
    related articles | related stories | you may also like | you might also like | more posts | read next | keep
    reading | recommended | recommended for you | recent articles | latest posts | popular posts | further posts |
    teilen | kommentare | kommentar | keine kommentare | kommentar schreiben | schreibe einen kommentar |
    weiterlesen | zurück | zurück zum blog | nach oben | ähnliche beiträge | das könnte dich auch interessieren |
    das könnte sie auch interessieren | das könnte ihnen auch gefallen | weitere beiträge | weitere artikel |
    neueste beiträge | drucken | abonnieren | partager | partager cet article | commentaires | commentaire | laisser
    un commentaire | lire la suite | articles similaires | articles liés | à lire aussi | vous aimerez aussi |
    articles récents | imprimer | s’abonner | retour | retour au blog | haut de page | compartir | comentarios |
    comentario | deja un comentario | leer más | entradas relacionadas | artículos relacionados | también te puede
    interesar | entradas recientes | suscribirse | imprimir | volver | volver al blog | condividi | commenti |
    lascia un commento | articoli correlati | potrebbe interessarti anche | ultimi articoli | stampa | delen |
    reacties | reactie plaatsen | lees meer | gerelateerde berichten | lees ook | terug | terug naar boven |
    compartilhar | comentários | posts relacionados
"""
PAGE_WORDS = frozenset(" ".join(words.split()) for words in _PAGE_WORDS.split("|"))

# Names that stand in a post as words, and were links on the page it was copied from.
PLATFORMS = (
    "Bluesky",
    "Facebook",
    "Instagram",
    "LinkedIn",
    "Mastodon",
    "Pinterest",
    "Spotify",
    "Substack",
    "TikTok",
    "Twitter",
    "WhatsApp",
    "YouTube",
)
_LINK_WORDS = re.compile(rf"\b(?:{'|'.join(PLATFORMS)}|(?:[Cc]lick|[Tt]ap) here|[Rr]ead more)\b")


def is_page_words(words: str) -> bool:
    """Whether a line is nothing but the page's own words, such as “top of page” or “3 min read”."""
    plain = re.sub(r"\s+", " ", re.sub(r"[\d.,:…•·|]+", " ", words)).strip().casefold()
    return plain in PAGE_WORDS


def words_without_targets(text: str) -> Iterator[tuple[str, int]]:
    """Yield words that look as if they had been links, each once, with the line of their first place."""
    seen = set()
    for number, line in enumerate(text.splitlines(), 1):
        if is_page_words(line):
            continue
        for found in _LINK_WORDS.finditer(line):
            if found[0] not in seen:
                seen.add(found[0])
                yield found[0], number
