"""What blog engines make with many elements (a link with a picture, a verse), made one thing again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    from newsletter.sources.page.marks import Page

# Ghost's bookmarks and files, Substack's posts in posts: one link each, named by its title.
_CARDS = ".kg-bookmark-card, .kg-file-card, .embedded-post-wrap, a.bookmark"
_CARD_TITLES = ".kg-bookmark-title, .kg-file-card-title, .embedded-post-title, .bookmark-title"
# The words of players, second links to a file, and labels that only screen readers of the page need.
_FURNITURE = (
    ".kg-video-player, .kg-video-overlay, .kg-audio-player, .kg-audio-thumbnail, .kg-callout-emoji, "
    ".wp-block-file__button, label.hide-text, .image-link-expand, .ez-toc-title, .mw-editsection, .mw-cite-backlink, "
    ".callout > div > .icon, .hash-link, .anchorjs-link, .copy-code-button, .tabbed-labels, .code-copy, "
    ".codeblock-copy, .fn-bracket"
)
# What links say to those who hear the page, and buttons to those who see it.
_ASIDES = re.compile(
    r"\(?(?:opens|open) in (?:a )?new (?:tab|window)\)?|press enter or click to view image in full size|"
    r"copy(?: code| to clipboard)?|copied!?",
    re.IGNORECASE,
)
# WordPress and Substack keep poems in <pre>, where they are no code.
_VERSES = "pre.wp-block-verse, .preformatted-block pre"


def simplify(page: Page) -> None:
    """Change the tree of a page so that cards are links, verses lines and pull quotes quotes."""
    soup = page.soup
    for element in page.select(_FURNITURE):
        element.extract()
    for element in soup.find_all(["span", "small", "div"]):
        if element.find(name=True) is None and _ASIDES.fullmatch(element.get_text(strip=True)):
            element.extract()
    for card in page.select(_CARDS):
        _simplify_card(soup, card)
    for verse in page.select(_VERSES):
        _part_lines(soup, verse)
    for quote in page.select("div.pullquote"):
        quote.name = "blockquote"


def _simplify_card(soup: BeautifulSoup, card: Tag) -> None:
    anchor = card if card.name == "a" else card.find("a", href=True)
    title = card.select_one(_CARD_TITLES)
    if anchor is None or title is None or not title.get_text(strip=True):
        return
    caption = card.find("figcaption")
    link = soup.new_tag("a", href=str(anchor["href"]))
    link.string = " ".join(title.get_text(" ").split())
    paragraph = soup.new_tag("p")
    paragraph.append(link)
    card.replace_with(paragraph)
    if caption is not None and caption.get_text(strip=True):
        caption.name = "p"
        paragraph.insert_after(caption)


def _part_lines(soup: BeautifulSoup, verse: Tag) -> None:
    for text in list(verse.find_all(string=True)):
        lines = str(text).split("\n")
        for line in lines[:-1]:
            text.insert_before(line, soup.new_tag("br"))
        text.replace_with(lines[-1])
    verse.name = "p"
