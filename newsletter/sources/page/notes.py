"""Footnotes: numbers in the text that lead to a list below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

_MARK = re.compile(r"^\s*[\[(]?(\d{1,3}|[*†‡])[\])]?\s*$")
_BACK = re.compile(r"^[\s↩︎↑^]*$")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's label and the element that holds its words."""

    label: str
    element: Tag


def find_notes(post: Tag) -> dict[str, Note]:
    """Find the footnotes of a post by the links that lead to them, and take them out of it; id → note."""
    notes: dict[str, Note] = {}
    for anchor in post.find_all("a", href=re.compile(r"^#.")):
        name = str(anchor["href"])[1:]
        mark = _MARK.match(anchor.get_text())
        element = post.find(id=name)
        if name not in notes and mark and element is not None and _is_note(element, anchor):
            notes[name] = Note(mark[1], element)
    for note in notes.values():
        _take_out(note.element)
    return notes


def _is_note(element: Tag, anchor: Tag) -> bool:
    """Whether an element is a note: it comes after the mark, and is a list item, a paragraph or named as a note."""
    named = re.search(
        r"(?:foot|end|fn|ref|note|cite)", f"{element.get('id')} {element.get('class') or ''}", re.IGNORECASE
    )
    is_below = element.sourceline is not None and (element.sourceline, element.sourcepos or 0) > (
        anchor.sourceline or 0,
        anchor.sourcepos or 0,
    )
    return bool(named) and element.name in {"li", "p", "div", "aside"} and is_below


def _take_out(element: Tag) -> None:
    for anchor in element.find_all("a", href=re.compile(r"^#")):
        if _BACK.match(anchor.get_text()) or _MARK.match(anchor.get_text()):
            anchor.extract()
    holder = element.parent
    element.extract()
    while holder is not None and holder.name in {"ol", "ul", "section", "div"} and not holder.get_text(strip=True):
        empty, holder = holder, holder.parent
        empty.extract()
