"""Which words take their language from which element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4.element import NavigableString, PreformattedString

from newsletter.checks.languages import MERGE_TAG, is_language
from newsletter.checks.tongues.telling import tell_other
from newsletter.checks.whitespace import squeeze
from newsletter.languages import primary_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document

_NAMED = ("aria-label", "aria-labelledby", "alt")


def find_wrong(document: Document) -> tuple[tuple[Tag, str], ...]:
    """List elements whose lang is surely wrong for the words that take it, and what these are in (“Dutch”)."""
    stated = ((element, text, stated_language(element)) for element, text in inherited_texts(document))
    told = ((element, tell_other(text, language)) for element, text, language in stated if language)
    return tuple((element, other) for element, other in told if other)


def stated_language(element: Tag) -> str:
    """Give the language of an element's lang, such as “en” of “en-GB”; empty where that is none or filled in later."""
    tag = str(element.get("lang") or "").strip()
    return "" if MERGE_TAG.search(tag) or not is_language(tag) else primary_language(tag)


def inherited_texts(document: Document) -> Iterator[tuple[Tag, str]]:
    """Yield each element with a lang, with what people see or hear of what takes its language from it.

    That is words, names of pictures and of what else has one in an attribute, and for the html element the title, each
    on a line.
    """
    owners: dict[int, Tag] = {}
    texts: dict[int, list[str]] = {}
    holders: dict[int, Tag | None] = {id(document.soup): None}
    for element in document.elements:
        owner = element if element.has_attr("lang") else holders.get(id(element.parent))
        holders[id(element)] = owner
        if owner is not None and (pieces := [*_pieces(document, element)]):
            owners[id(owner)] = owner
            texts.setdefault(id(owner), []).extend(pieces)
    yield from ((owner, "\n".join(map(squeeze, texts[key]))) for key, owner in owners.items())


def _pieces(document: Document, element: Tag) -> Iterator[str]:
    if element.name == "title" and element.parent is not None and element.parent.name in {"head", "html"}:
        yield element.get_text()
    elif document.is_exposed(element):
        if any(element.get(attribute) for attribute in _NAMED):
            yield document.name(element)
        for node in element.contents:
            if isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                yield str(node)
