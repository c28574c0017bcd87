"""The links and pictures of a document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newsletter.checks.images import is_pixel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bs4 import Tag

    from newsletter.checks.document import Document
    from newsletter.checks.linking.answers import Answer

LINKS = frozenset({"a", "area"})
# Which attribute names a picture: mail programs that know the element show it.
_PICTURES = {
    "img": "src",
    "input": "src",
    "video": "poster",
    **dict.fromkeys(("v:image", "v:fill", "v:imagedata"), "src"),
    **dict.fromkeys(("body", "table", "tr", "td", "th"), "background"),
}
_BACKGROUND = re.compile(r"\bbackground(?:-image)?\s*:[^;]*?url\(\s*(['\"]?)(.*?)\1\s*\)", re.IGNORECASE)
_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*:|#|$", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as it stands in the document, and whether it is a picture's."""

    href: str
    is_image: bool = False


def collect_references(document: Document) -> Iterator[Reference]:
    """Yield every link and every picture, hidden ones too: somebody's mail program shows them.

    Pixels are left out: nobody sees whether they load, and asking one tells a stranger that an email was opened.
    """
    for element in elements_of(document):
        if href := address_of(document, element):
            yield Reference(href)
        for source in () if element.name == "img" and is_pixel(element) else pictures_of(document, element):
            yield Reference(source, is_image=True)


def elements_of(document: Document) -> Iterator[Tag]:
    """Yield the elements of a document, and the drawings that only Outlook for Windows shows: buttons, mostly."""
    yield from document.elements
    if document.drawings:
        yield from (element for element in document.drawings.elements if element.name.startswith("v:"))


def link_of(element: Tag) -> str:
    """What stands in a link; empty for everything else."""
    is_link = element.name in LINKS or element.name.startswith("v:")
    return str(element.get("href") or "").strip() if is_link else ""


def address_of(document: Document, element: Tag) -> str:
    """Where a link leads; empty for everything else."""
    return _join(document, link_of(element))


def pictures_of(document: Document, element: Tag) -> tuple[str, ...]:
    """Where the pictures of an element are, those behind its words too."""
    found = [str(element.get(_PICTURES[element.name]) or "")] if element.name in _PICTURES else []
    if "url(" in (style := str(element.get("style") or "")):
        found += [address for _, address in _BACKGROUND.findall(style)]
    return tuple(_join(document, source.strip()) for source in found if source.strip())


def showing_pictures(document: Document) -> Sequence[Tag]:
    """List the elements that may show pictures."""
    return document.index.having("style", *_PICTURES.values())


def answered_links(document: Document) -> Iterator[tuple[Tag, Answer]]:
    """Yield every link that was asked, with what it gave."""
    answers = document.answers or {}
    for element in elements_of(document) if answers else ():
        if answer := answers.get(address_of(document, element)):
            yield element, answer


def answered_images(document: Document) -> Iterator[tuple[Tag, Answer]]:
    """Yield every picture that was asked, with what it gave."""
    answers = document.answers or {}
    for element in elements_of(document) if answers else ():
        yield from ((element, answers[it]) for it in pictures_of(document, element) if it in answers)


def _join(document: Document, address: str) -> str:
    """Make a relative address whole where the document says how."""
    if _WHOLE.match(address) or not _WEB.match(document.base):
        return address
    try:
        return urljoin(document.base, address)
    except ValueError:
        return address
