"""Footnotes: numbers in the text that lead to a list below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsletter.sources.page.elements import classes_of

if TYPE_CHECKING:
    from bs4 import Tag

    from newsletter.sources.page.marks import Page

_MARK = re.compile(r"^\s*[\[(]?(\d{1,3}|[*†‡])[\])]?\s*$")
_NAME = re.compile(r"(?:foot|end)?notes|fu(?:ß|ss)noten|anmerkungen|notes? de bas de page|notas", re.IGNORECASE)
_SIDENOTES = "span.sidenote, span.marginnote, span.modern-footnotes-footnote__note"
_BACK = re.compile(r"^[\s↩︎↑^]*$")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's label and the element that holds its words."""

    label: str
    element: Tag


def settle_sidenotes(page: Page) -> None:
    """Make footnotes of the notes that a page sets beside the text, and of those that it opens in it."""
    for number, note in enumerate(page.select(_SIDENOTES), 1):
        block = note.find_parent(["p", "li", "blockquote", "div"])
        if block is None or note.find_parent(["pre", "code"]):
            continue
        anchor = page.soup.new_tag("a", href=f"#sidenote-{number}")
        anchor.string = str(number)
        mark = note.find_previous_sibling()
        if mark is not None and mark.name == "sup" and _MARK.match(mark.get_text()):
            mark.extract()
        note.replace_with(anchor)
        note.name, note["id"], note["class"] = "p", f"sidenote-{number}", "footnote"
        block.insert_after(note)


def find_notes(post: Tag) -> dict[str, Note]:
    """Find the footnotes of a post by the links that lead to them, and take them out of it; id → note."""
    notes: dict[str, Note] = {}
    for anchor in post.find_all("a", href=re.compile(r"^#.")):
        name = unquote(str(anchor["href"])[1:])
        mark = _MARK.match(anchor.get_text())
        element = _holder(post.find(id=name) or post.find("a", attrs={"name": name}))
        if name not in notes and mark and element is not None and _is_note(element, name, anchor):
            notes[name] = Note(mark[1], element)
    for note in notes.values():
        _take_out(note.element)
    return notes


def _holder(target: Tag | None) -> Tag | None:
    """Take the element that holds a note's words: the target of its mark, or what is around a bare anchor."""
    return target.parent if target is not None and target.name in {"a", "span", "sup"} else target


def _is_note(element: Tag, name: str, anchor: Tag) -> bool:
    """Whether an element is a note: it stands below the mark, as an item or a paragraph, and is named as a note."""
    # WordPress names a note by a number alone; its mark and its list say what it is.
    around = " ".join(classes_of(tag) for tag in (element, element.parent, anchor, anchor.parent) if tag)
    is_named = re.search(r"foot|end|fn|ftn|ref|note|cite", f"{name} {around}", re.IGNORECASE) is not None
    is_below = any(node is element for node in anchor.next_elements)
    return is_named and is_below and element.name in {"li", "p", "div", "aside", "dd"}


def _take_out(element: Tag) -> None:
    for anchor in element.find_all("a", href=re.compile(r"^#")):
        if _BACK.match(anchor.get_text()) or _MARK.match(anchor.get_text()):
            anchor.extract()
    holder = element.parent
    element.extract()
    while holder is not None and holder.name in {"ol", "ul", "section", "div"} and _is_empty(holder):
        empty, holder = holder, holder.parent
        empty.extract()


def _is_empty(holder: Tag) -> bool:
    """Whether all that is left of a list of notes is a heading that names it."""
    words = holder.get_text().strip()
    named = holder.find(["h2", "h3", "h4", "h5", "h6"])
    return not words or (named is not None and named.get_text().strip() == words and bool(_NAME.fullmatch(words)))
