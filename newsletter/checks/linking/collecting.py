"""The links and pictures of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document
    from newsletter.checks.linking.answers import Answer

LINKS = frozenset({"a", "area"})


@dataclass(frozen=True, slots=True)
class Reference:
    """What stands in an href or src, and whether it is a picture's."""

    href: str
    is_image: bool = False


def collect_references(document: Document) -> Iterator[Reference]:
    """Yield every link and every picture, hidden ones too: somebody's mail program shows them."""
    for element in document.elements:
        if href := link_of(element):
            yield Reference(href)
        if source := image_of(element):
            yield Reference(source, is_image=True)


def link_of(element: Tag) -> str:
    """Where a link leads; empty for everything else."""
    return str(element.get("href") or "").strip() if element.name in LINKS else ""


def image_of(element: Tag) -> str:
    """Where a picture is; empty for everything else."""
    if element.name == "img":
        return str(element.get("src") or "").strip()
    return str(element.get("background") or "").strip() if element.name in {"body", "table", "td", "th"} else ""


def answered_links(document: Document) -> Iterator[tuple[Tag, Answer]]:
    """Yield every link that was asked, with what it gave."""
    return _answered(document, link_of)


def answered_images(document: Document) -> Iterator[tuple[Tag, Answer]]:
    """Yield every picture that was asked, with what it gave."""
    return _answered(document, image_of)


def _answered(document: Document, target_of: Callable[[Tag], str]) -> Iterator[tuple[Tag, Answer]]:
    answers = document.answers or {}
    for element in document.elements if answers else ():
        if answer := answers.get(target_of(element)):
            yield element, answer
