"""What can be put right in a document without asking anybody."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from newsletter.checks.repairs.edits import Edit, Source
from newsletter.checks.rule import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document

# Languages written from right to left (CLDR, characterOrder).
RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"})
PIXEL = 3
_SPACER = re.compile(r"(?:^|[/_.-])(?:spacer|pixel|blank|clear|transparent|shim|1x1)(?:[_.-]|$)", re.IGNORECASE)
_ZOOM = re.compile(r"^\s*(?:user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*(?:[0-4](?:\.\d*)?))\s*$", re.IGNORECASE)


def find_repairs(document: Document, language: str = "") -> Iterator[Edit]:
    """Yield the edits for a document; `language` is that of an email that states none."""
    source = Source(document.html)
    for element, attribute, value in _find_attributes(document, language):
        if edit := source.set_attribute(element, attribute, html.escape(value)):
            yield edit
    yield from _title(document, source)


def _find_attributes(document: Document, language: str) -> Iterator[tuple[Tag, str, str]]:
    stated = _language(document) or language
    direction = _direction(document, stated)
    for rule in all_rules():
        for element in _defects(document, rule.name):
            if rule.name in {"html-lang-missing", "content-lang-missing"} and stated:
                yield element, "lang", stated
            elif rule.name == "content-dir-missing" and direction:
                yield element, "dir", direction
            elif rule.name == "layout-table-role-missing":
                yield element, "role", "presentation"
    yield from ((image, "alt", "") for image in document.elements if _is_spacer(image))
    for element in document.elements:
        if element.name == "meta" and str(element.get("name") or "").lower() == "viewport":
            yield from _zoom(element)
        elif element.name == "table":
            yield from _scopes(element)


def _defects(document: Document, name: str) -> Iterator[Tag]:
    if name in {"html-lang-missing", "content-lang-missing", "content-dir-missing", "layout-table-role-missing"}:
        rule = next(it for it in all_rules() if it.name == name)
        yield from (it.element for it in rule.find(document) if it.element and it.element.name != "body")


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
    primary = re.split(r"[-_]", language.lower())[0]
    return ("rtl" if primary in RIGHT_TO_LEFT else "ltr") if language else ""


def _is_spacer(image: Tag) -> bool:
    """Whether an image without alt is a pixel or a spacer; one in a link may be all that the link says."""
    if image.name != "img" or image.has_attr("alt") or image.find_parent("a"):
        return False
    sizes = [re.match(r"\s*(\d+)(?:px)?\s*$", str(image.get(side) or "")) for side in ("width", "height")]
    is_small = all(size is not None and int(size[1]) <= PIXEL for size in sizes)
    return is_small or bool(_SPACER.search(re.sub(r"[?#].*", "", str(image.get("src") or "")).rpartition("/")[2]))


def _zoom(meta: Tag) -> Iterator[tuple[Tag, str, str]]:
    parts = re.split(r"[,;]", str(meta.get("content") or ""))
    kept = [part.strip() for part in parts if not _ZOOM.match(part)]
    if len(kept) < len(parts):
        yield meta, "content", ", ".join(part for part in kept if part) or "width=device-width"


def _scopes(table: Tag) -> Iterator[tuple[Tag, str, str]]:
    """Yield the header cells whose direction is plain: a row of headers, or one before the data of its row."""
    is_layout = str(table.get("role") or "").lower() in {"presentation", "none"}
    cells = [cell for cell in table.find_all(["th", "td"]) if cell.find_parent("table") is table]
    if is_layout or any(cell.has_attr("colspan") or cell.has_attr("rowspan") for cell in cells):
        return
    for row in table.find_all("tr"):
        own = [cell for cell in row.find_all(["th", "td"]) if cell.find_parent("tr") is row]
        headers = [cell for cell in own if cell.name == "th"]
        if len(own) > 1 and headers == own:
            yield from ((cell, "scope", "col") for cell in headers if not cell.has_attr("scope"))
        elif len(own) > 1 and headers == own[:1] and not own[0].has_attr("scope"):
            yield own[0], "scope", "row"


def _title(document: Document, source: Source) -> Iterator[Edit]:
    """Yield the title that the email's subject gives."""
    subject = (document.headers or {}).get("subject", "").strip()
    head = document.soup.head
    if not subject or head is None or (head.title and head.title.get_text().strip()):
        return
    words = html.escape(" ".join(subject.split()), quote=False)
    if head.title and (end := source.end_of_start_tag(head.title)):
        yield Edit(end, end, words)
    elif not head.title and (end := source.end_of_start_tag(head)):
        yield Edit(end, end, f"<title>{words}</title>")
