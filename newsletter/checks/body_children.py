"""What stands right in the body: mail programs take html and body away, and keep that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4.element import NavigableString

from newsletter.checks.whitespace import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


def content_without(document: Document, attribute: str) -> Iterator[Tag]:
    """Yield the children of the body that hold content and do not have an attribute.

    Words right in the body are a child without any attribute: for them the body itself is yielded.
    """
    body = document.body
    if body is None:
        return
    if _has_bare_words(document, body):
        yield body
    for child in body.find_all(recursive=False):
        if not str(child.get(attribute) or "").strip() and document.has_content(child):
            yield child


def _has_bare_words(document: Document, body: Tag) -> bool:
    own = (node for node in body.contents if type(node) is NavigableString)
    return document.is_exposed(body) and any(map(squeeze, own))
