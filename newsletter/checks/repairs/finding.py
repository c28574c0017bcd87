"""What can be put right in a document without asking anybody."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from newsletter.checks.body_children import content_without
from newsletter.checks.ignoring import is_ignored, read_ignored
from newsletter.checks.images import SPACER, file_name, is_pixel
from newsletter.checks.repairs.edits import Edit, Source
from newsletter.checks.repairs.scopes import find_scopes
from newsletter.checks.rule import all_rules
from newsletter.checks.viewport import let_zoom
from newsletter.languages import direction_of
from newsletter.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document

# The rules that find what can be put right, and the attribute that their elements need.
_ATTRIBUTES = {
    "html-lang-missing": "lang",
    "content-lang-missing": "lang",
    "html-dir-missing": "dir",
    "content-dir-missing": "dir",
    "layout-table-role-missing": "role",
    "outlook-table-role-missing": "role",
}
_INSIDE = {name: _ATTRIBUTES[name] for name in ("content-lang-missing", "content-dir-missing")}
_SCOPES = "data-table-headers-missing"
MENDABLE = frozenset(
    {*_ATTRIBUTES, _SCOPES, "pixel-alt-missing", "image-alt-missing", "zoom-disabled", "title-missing"}
)
_BODY_END = re.compile(r"</body\b", re.IGNORECASE)
# What may stand behind the end of the body and says nothing.
_AFTER_BODY = re.compile(r"(?:</(?:body|html)[^>]*>|<!--.*?-->|\s+)*", re.IGNORECASE | re.DOTALL)


def find_repairs(document: Document, language: str = "", asked: frozenset[str] = MENDABLE) -> Iterator[Edit]:
    """Yield the edits for what the `asked` rules find; `language` is that of an email that states none.

    What a comment says may stay, stays.
    """
    source = Source(document.html)
    asked = asked & MENDABLE
    ignored = read_ignored(document)
    said, wrapper = _wrapper(document, source, language, asked)
    for name, element, attribute, value in _find_attributes(document, language, asked):
        # What a wrapper says for all of the body, its parts need not say again.
        is_said = attribute in said and element.parent is document.body
        if not is_said and not is_ignored(name, element, ignored):
            edit = source.set_attribute(element, attribute, html.escape(value))
            yield from [edit] if edit else []
    yield from wrapper
    if "title-missing" in asked:
        yield from _title(document, source)


def _find_attributes(document: Document, language: str, asked: frozenset[str]) -> Iterator[tuple[str, Tag, str, str]]:
    """Yield a rule, an element, and the attribute that it needs."""
    stated = _language(document) or language
    direction = _direction(document, stated)
    values = {"lang": stated, "dir": direction, "role": "presentation"}
    for name, attribute in _ATTRIBUTES.items():
        if name in asked and values[attribute]:
            found = (element for element in _defects(document, name) if element.name != "body")
            yield from ((name, element, attribute, values[attribute]) for element in found)
    for image in filter(_is_spacer, document.elements):
        name = "pixel-alt-missing" if is_pixel(image) else "image-alt-missing"
        yield from [(name, image, "alt", "")] if name in asked else []
    for meta in _defects(document, "zoom-disabled") if "zoom-disabled" in asked else ():
        yield "zoom-disabled", meta, "content", let_zoom(str(meta.get("content")))
    tables = (it for it in document.elements if it.name == "table" and _SCOPES in asked)
    yield from ((_SCOPES, cell, "scope", scope) for table in tables for cell, scope in find_scopes(table))


def _defects(document: Document, name: str) -> Iterator[Tag]:
    if name in _INSIDE:
        # The rule speaks once of all of them.
        yield from content_without(document, _INSIDE[name])
        return
    rule = next(it for it in all_rules() if it.name == name)
    # What a person has to look at is not mended by a program.
    yield from (it.element for it in rule.find(document) if it.element and it.outcome is Outcome.FAIL)


def _language(document: Document) -> str:
    """The language that the html element states, or on which all elements agree."""
    if document.root and (stated := str(document.root.get("lang") or "").strip()):
        return stated
    stated_by_all = {str(element.get("lang") or "").strip() for element in document.elements} - {""}
    return stated_by_all.pop() if len(stated_by_all) == 1 else ""


def _direction(document: Document, language: str) -> str:
    stated = str((document.root.get("dir") if document.root else "") or "").strip().lower()
    if stated in {"ltr", "rtl"}:
        return stated
    return direction_of(language) if language else ""


def _is_spacer(image: Tag) -> bool:
    """Whether an image without alt is a pixel or a spacer; one in a link may be all that the link says."""
    if image.name != "img" or image.has_attr("alt") or image.find_parent("a"):
        return False
    return is_pixel(image) or bool(SPACER.search(file_name(image)))


def _title(document: Document, source: Source) -> Iterator[Edit]:
    """Yield the title that the email's subject gives."""
    subject = (document.headers or {}).get("subject", "").strip()
    head, root = document.soup.head, document.root
    if not subject or (head and head.title and head.title.get_text().strip()):
        return
    words = html.escape(" ".join(subject.split()), quote=False)
    if head and head.title and (end := source.end_of_start_tag(head.title)):
        yield Edit(end, end, words)
    elif head and not head.title and (end := source.end_of_start_tag(head)):
        yield Edit(end, end, f"<title>{words}</title>")
    elif not head and root and not document.soup.title and (end := source.end_of_start_tag(root)):
        yield Edit(end, end, f"<head><title>{words}</title></head>")


def _wrapper(
    document: Document, source: Source, language: str, asked: frozenset[str]
) -> tuple[frozenset[str], list[Edit]]:
    """Put an element around the content of a body that holds bare words, which can say no language themselves.

    Returns the attributes that it says, and the edits; nothing where it cannot be done.
    """
    stated = _language(document) or language
    values = {"lang": html.escape(stated), "dir": _direction(document, stated)}
    wanted = {_INSIDE[name]: values[_INSIDE[name]] for name in sorted(_INSIDE, reverse=True) if name in asked}
    is_bare = any(it.name == "body" for attribute in wanted for it in content_without(document, attribute))
    body = document.body if is_bare else None
    start = source.end_of_start_tag(body) if body and source.is_written(body) else None
    ends = [found.start() for found in _BODY_END.finditer(document.html)]
    is_last = bool(ends) and _AFTER_BODY.fullmatch(document.html, ends[-1]) is not None
    if not stated or start is None or not is_last or start > ends[-1]:
        return frozenset(), []
    attributes = "".join(f' {name}="{value}"' for name, value in wanted.items())
    return frozenset(wanted), [Edit(start, start, f"<div{attributes}>"), Edit(ends[-1], ends[-1], "</div>")]
