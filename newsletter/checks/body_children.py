"""What stands right in the body: mail programs take html and body away, and keep that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4.element import NavigableString

from newsletter.checks.ignoring import is_ignored, read_ignored
from newsletter.checks.whitespace import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def gaps(document: Document, attribute: str, rule: str) -> Iterator[tuple[Tag, str]]:
    """Yield the first child without an attribute, which stands for all, and where the attribute belongs.

    A child whose comment lets it stay comes by itself: it is left out later, and its comment is seen to be of use.
    """
    children = list(content_without(document, attribute))
    ignored = read_ignored(document)
    left = [child for child in children if not is_ignored(rule, child, ignored)]
    apart = (child for child in children if is_ignored(rule, child, ignored))
    yield from ((child, _name_place(document, [child])) for child in apart)
    if left:
        yield left[0], _name_place(document, left)


def _name_place(document: Document, children: Sequence[Tag]) -> str:
    if children[0] is document.body:
        return "on an element around all that the body holds"
    others = len(children) - 1
    if not others:
        return "on this child of the body"
    many = "one more child" if others == 1 else f"{others:,} more children"
    return f"on this and {many} of the body, or on one element around them all"


def _has_bare_words(document: Document, body: Tag) -> bool:
    own = (node for node in body.contents if type(node) is NavigableString)
    return document.is_exposed(body) and any(map(squeeze, own))
