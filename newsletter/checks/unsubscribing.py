"""Which links take their reader off a list: those that every email needs, and that no program may follow.

Asking one can unsubscribe somebody, and tells a stranger's list that the address is read. RFC 8058 was written because
programs that scan emails follow links.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsletter.checks.linking.collecting import address_of, elements_of, link_of
from newsletter.checks.linking.text_part import links_in_text_only
from newsletter.checks.nesting import nearest
from newsletter.checks.phrases import VAGUE, plain
from newsletter.checks.recalling import searcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document

WORDS = re.compile(
    r"unsub|opt[- _]?out|sign me off|stop (?:receiving|getting|these|all)|remove me|leave (?:this|the|our) list|"
    r"no longer (?:wish|want|like) to|list[-_]?remov|update[-_ ](?:your[-_ ])?(?:profile|subscription)|"
    r"manage (?:your )?(?:subscription|email)|"
    r"abbestell|abmeld|austragen|abonnement (?:be|kündigen)|newsletter kündigen|nicht mehr (?:erhalten|bekommen)|"
    r"\b(?:meld|bestell)\w*\s+(?:\S+\s+){0,4}ab\b|\btrag\w*\s+(?:\S+\s+){0,4}aus\b|"
    r"désabonn|desabonn|désinscri|desinscri|(?:ne plus|cesser de|arrêter de) (?:rien )?recevoir|"
    r"desuscri|\bde baja|dejar? de recibir|no recibir más|"
    r"(?:cancel|anul)(?:ar?|e) (?:la |mi |tu |su )?suscrip|"
    r"uitschrij|afmeld|opzeggen|geen (?:e-?mails?|nieuwsbrie\w+) meer|\b(?:schrijf|meld)\s+(?:\S+\s+){0,3}(?:uit|af)\b|"
    r"disiscri|cancella(?:re|ti)?(?: la tua)? (?:l['’])?iscrizione|non ricevere più|"
    r"cancelar (?:a )?(?:subscri|inscri|assinatura)|descadastr|"
    r"إلغاء الاشتراك|ביטול ההרשמה|להסרה|preference|einstellungen|préférences|preferencias|voorkeuren|preferenze",
    re.IGNORECASE,
)
# Addresses are in English on most sites, and have no spaces.
ADDRESS = re.compile(
    rf"one-?click[-_/]?unsub|remove[-_]?me|/(?:optout|unsub|u/unsub|list-manage/unsub)|{WORDS.pattern}", re.IGNORECASE
)
_HEADER_TARGET = re.compile(r"<\s*(https?:[^>\s]+)\s*>", re.IGNORECASE)
# Blocks that hold one sentence or a few: what stands around a link that says only “here”, or is the only one.
_AROUND = frozenset({"p", "li", "td", "th", "div"})
MAX_CHARACTERS = 400
MAX_CHARACTERS_OF_ONE = 160


def is_unsubscribing(document: Document, link: Tag) -> bool:
    """Whether a link's words or its address say that it takes readers off a list."""
    return bool(searcher(WORDS)(_name(document, link)) or searcher(ADDRESS)(link_of(link)))


def unsubscribing_links(document: Document) -> Iterator[str]:
    """Yield the hrefs that may unsubscribe: by words, by address, by the sentence around them, by List-Unsubscribe."""
    targets = set(map(_place, _HEADER_TARGET.findall((document.headers or {}).get("list-unsubscribe", ""))))
    for link in elements_of(document):
        href = link_of(link)
        if href and (is_unsubscribing(document, link) or _place(href) in targets or _is_said_around(document, link)):
            yield address_of(document, link)
    for text_link in links_in_text_only(document):
        is_said = searcher(WORDS)(text_link.words) or searcher(ADDRESS)(text_link.href)
        if is_said or _place(text_link.href) in targets:
            yield text_link.href


def _is_said_around(document: Document, link: Tag) -> bool:
    """Whether it is the “here” of “To unsubscribe click here”, or the only link of a short sentence about it."""
    around = nearest(link, _AROUND)
    if around is None:
        return False
    words = document.words(around) if document.holds(link) else around.get_text(" ")
    is_vague = plain(_name(document, link)) in VAGUE
    room = MAX_CHARACTERS if is_vague else MAX_CHARACTERS_OF_ONE
    if len(words) > room or not searcher(WORDS)(words):
        return False
    return is_vague or len(around.find_all("a", limit=2)) == 1


def _name(document: Document, link: Tag) -> str:
    """Name a link; of Outlook's drawings only the words are known."""
    return document.name(link) if document.holds(link) else link.get_text(" ")


def _place(address: str) -> str:
    """Cut an address to host and path: the rest differs from person to person."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}"
