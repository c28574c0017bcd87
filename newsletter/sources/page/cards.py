"""What blog engines make with many elements (a link with a picture, a player), made one thing again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from bs4 import Tag

# Ghost's bookmarks and files, Substack's posts in posts: one link each, named by its title.
_CARDS = ".kg-bookmark-card, .kg-file-card, .embedded-post-wrap"
_CARD_TITLES = ".kg-bookmark-title, .kg-file-card-title, .embedded-post-title"
# The words of players, second links to a file, and labels that only screen readers of the page need.
_FURNITURE = (
    ".kg-video-player, .kg-video-overlay, .kg-audio-player, .kg-audio-thumbnail, .kg-callout-emoji, "
    ".wp-block-file__button, label.hide-text, .image-link-expand, .ez-toc-title"
)
# WordPress and Substack keep poems in <pre>, where they are no code.
_VERSES = "pre.wp-block-verse, .preformatted-block pre"
_FILMS = ("youtube_url", "vimeo_url", "dailymotion_url")


def simplify(soup: BeautifulSoup) -> None:
    """Change the tree of a page so that cards are links, players are players, verses are lines, pull quotes quotes."""
    for element in soup.select(_FURNITURE):
        element.extract()
    for card in soup.select(_CARDS):
        _simplify_card(soup, card)
    for element in soup.select("[data-html]"):
        _bring_back_player(element)
    for element in soup.select("[data-settings*=_url]"):
        _name_film(soup, element)
    for verse in soup.select(_VERSES):
        _part_lines(soup, verse)
    for quote in soup.select("div.pullquote"):
        quote.name = "blockquote"


def _simplify_card(soup: BeautifulSoup, card: Tag) -> None:
    anchor, title = card.find("a", href=True), card.select_one(_CARD_TITLES)
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


def _bring_back_player(element: Tag) -> None:
    """Squarespace writes the player of a film into an attribute, and sets it up by script."""
    player = BeautifulSoup(str(element["data-html"]), "lxml").find("iframe")
    if player is not None and element.find("iframe") is None:
        element.append(player)


def _name_film(soup: BeautifulSoup, element: Tag) -> None:
    """Elementor keeps the address of a film among its settings."""
    try:
        settings = json.loads(str(element["data-settings"]))
    except (ValueError, RecursionError):
        return
    kept = settings if isinstance(settings, dict) else {}
    address = next((kept[name] for name in _FILMS if kept.get(name)), "")
    if isinstance(address, str) and address and element.find("iframe") is None:
        element.append(soup.new_tag("iframe", src=address))


def _part_lines(soup: BeautifulSoup, verse: Tag) -> None:
    for text in list(verse.find_all(string=True)):
        lines = str(text).split("\n")
        for line in lines[:-1]:
            text.insert_before(line, soup.new_tag("br"))
        text.replace_with(lines[-1])
    verse.name = "p"
