"""Boxes that lead to other pages: told by what they hold, whatever their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.sources.page.judging import share_of

if TYPE_CHECKING:
    from bs4 import Tag

    from newsletter.sources.page.judging import Shingles

# A box of so many links, of which most words are links and hardly any the judge's, leads to other pages.
MIN_LINKS = 3
LINKED = 0.4
BARELY_JUDGED = 0.05
# Teasers: headings and pictures that lead to the same other page, with a few words to each.
MIN_TEASERS = 2
TEASER_WORDS = 60
# Paragraphs of so many words, and so many of them, are prose.
PROSE_WORDS = 15
MIN_PARAGRAPHS = 2
BOXES = frozenset({"div", "section", "ul", "ol", "aside", "article"})


def is_link_box(element: Tag, judged: Shingles) -> bool:
    """Whether an element is a list of other pages: most of its words are links, and few of them are the judge's."""
    if element.name not in {*BOXES, "td"} or _is_among_prose(element):
        return False
    links = element.find_all("a", href=True)
    if len(links) < MIN_LINKS or any(parent.name == "li" for parent in element.parents):
        return False
    text = element.get_text(" ")
    words = len(text.split())
    linked = sum(len(link.get_text(" ").split()) for link in links)
    return linked > LINKED * words and share_of(text, judged) < BARELY_JUDGED


def _is_among_prose(element: Tag) -> bool:
    """Whether a list stands among paragraphs, where its author put it; lists of a page stand in boxes of their own."""
    if element.name not in {"ul", "ol"} or element.parent is None:
        return False
    paragraphs = element.parent.find_all("p", recursive=False)
    return sum(len(it.get_text().split()) >= PROSE_WORDS for it in paragraphs) >= MIN_PARAGRAPHS


def is_teaser_box(element: Tag) -> bool:
    """Whether an element is a row of teasers: headings that lead where a picture beside them leads too."""
    if element.name not in BOXES:
        return False
    headings = element.find_all(["h2", "h3", "h4", "h5", "h6"])
    if len(headings) < MIN_TEASERS:
        return False
    links = [link for link in element.find_all("a", href=True) if not str(link["href"]).startswith("#")]
    pictured = {link["href"] for link in links if link.find("img")}
    teasers = [it for it in headings if any(link["href"] in pictured for link in it.find_all("a", href=True))]
    # One more heading may say what the row is: “Other posts”.
    is_row = len(teasers) >= max(MIN_TEASERS, len(headings) - 1)
    return is_row and len(element.get_text(" ").split()) <= TEASER_WORDS * len(teasers)
