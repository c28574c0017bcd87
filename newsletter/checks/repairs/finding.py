"""What can be put right in a document without asking anybody."""

from __future__ import annotations

import html
import itertools
import re
from typing import TYPE_CHECKING

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

_BODY_END = re.compile(r"</body\b", re.IGNORECASE)
# What may stand behind the end of the body and says nothing.
_AFTER_BODY = re.compile(r"(?:</(?:body|html)[^>]*>|<!--.*?-->|\s+)*", re.IGNORECASE | re.DOTALL)


def find_repairs(document: Document, language: str = "") -> Iterator[Edit]:
    """Yield the edits for a document; `language` is that of an email that states none."""
    source = Source(document.html)
    wrapper = list(_wrapper(document, source, language))
    for element, attribute, value in _find_attributes(document, language):
        # What a wrapper says for all of the body, its parts need not say again.
        is_said = bool(wrapper) and element.parent is document.body and attribute in {"lang", "dir"}
        edit = None if is_said else source.set_attribute(element, attribute, html.escape(value))
        yield from [edit] if edit else []
    yield from wrapper
    yield from _title(document, source)


def _find_attributes(document: Document, language: str) -> Iterator[tuple[Tag, str, str]]:
    stated = _language(document) or language
    direction = _direction(document, stated)
    for names, attribute, value in (
        (("html-lang-missing", "content-lang-missing"), "lang", stated),
        (("html-dir-missing", "content-dir-missing"), "dir", direction),
        (("layout-table-role-missing", "outlook-table-role-missing"), "role", "presentation"),
    ):
        found = (element for name in names for element in _defects(document, name) if value)
        yield from ((element, attribute, value) for element in found if element.name != "body")
    yield from ((image, "alt", "") for image in document.elements if _is_spacer(image))
    for meta in _defects(document, "zoom-disabled"):
        yield meta, "content", let_zoom(str(meta.get("content")))
    tables = (element for element in document.elements if element.name == "table")
    yield from ((cell, "scope", scope) for cell, scope in itertools.chain.from_iterable(map(find_scopes, tables)))


def _defects(document: Document, name: str) -> Iterator[Tag]:
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


def _wrapper(document: Document, source: Source, language: str) -> Iterator[Edit]:
    """Yield an element around the content of a body that holds bare words, which can say no language themselves."""
    stated = _language(document) or language
    direction = _direction(document, stated)
    body = next((it for it in _defects(document, "content-lang-missing") if it.name == "body"), None)
    start = source.end_of_start_tag(body) if body and source.is_written(body) else None
    ends = [found.start() for found in _BODY_END.finditer(document.html)]
    is_last = bool(ends) and _AFTER_BODY.fullmatch(document.html, ends[-1]) is not None
    if stated and start is not None and is_last and start <= ends[-1]:
        yield Edit(start, start, f'<div lang="{html.escape(stated)}" dir="{direction}">')
        yield Edit(ends[-1], ends[-1], "</div>")
