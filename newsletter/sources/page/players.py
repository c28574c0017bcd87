"""Players that pages set up by script, made the <iframe> that they become; code and posts that only a script shows."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from bs4 import Tag

    from newsletter.sources.page.marks import Page

_FILMS = ("youtube_url", "vimeo_url", "dailymotion_url")
# Elements that name a film of YouTube or Vimeo by its number alone.
_NUMBERED = (
    "lite-youtube[videoid], amp-youtube[data-videoid], .youtube-player[data-id], .lazy-youtube[data-id], "
    "lite-vimeo[videoid], amp-vimeo[data-videoid], .plyr__video-embed[data-plyr-embed-id]"
)
_NUMBERS = ("videoid", "data-videoid", "data-id", "data-plyr-embed-id")
_BARE = re.compile(r"\s*(https?://\S+)\s*")
_GIST = re.compile(r"(?:https?:)?//gist\.github\.com/([\w.-]+/\w+)\.js")


def show_players(page: Page) -> None:
    """Give films that are named by settings, numbers or bare addresses their <iframe>, and gists a link."""
    soup = page.soup
    for element in page.select("[data-html]"):
        _bring_back_player(element)
    for element in page.select("[data-settings*=_url]"):
        _name_film(soup, element)
    for element in page.select(_NUMBERED):
        _number_film(soup, element)
    for element in page.select("oembed[url]"):
        element.replace_with(soup.new_tag("iframe", src=str(element["url"])))
    for element in page.select(".wp-block-embed__wrapper, .embed-block, .kg-embed-card"):
        if element.find(name=True) is None and (bare := _BARE.fullmatch(element.get_text())):
            element.string = ""
            element.append(soup.new_tag("iframe", src=bare[1]))
    for card in page.select(".kg-audio-card"):
        _name_recording(card)
    for script in soup.find_all("script", src=_GIST):
        _link_gist(soup, script)


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


def _number_film(soup: BeautifulSoup, element: Tag) -> None:
    number = next(str(element[name]) for name in _NUMBERS if element.get(name))
    is_vimeo = "vimeo" in f"{element.name} {element.get('data-plyr-provider') or ''}"
    if re.fullmatch(r"[\w-]+", number):
        host = "player.vimeo.com/video" if is_vimeo else "www.youtube.com/embed"
        title = str(element.get("title") or element.get("data-title") or "")
        element.replace_with(soup.new_tag("iframe", src=f"https://{host}/{number}", title=title))


def _name_recording(card: Tag) -> None:
    """Ghost writes the title of a recording beside its player."""
    recording, title = card.find("audio"), card.select_one(".kg-audio-title")
    if recording is not None and title is not None:
        recording["title"] = title.extract().get_text(" ", strip=True)


def _link_gist(soup: BeautifulSoup, script: Tag) -> None:
    """A gist is code that only a script shows: a link leads to it."""
    found = _GIST.match(str(script["src"]))
    if found is not None:
        link = soup.new_tag("a", href=f"https://gist.github.com/{found[1]}")
        link.string = f"gist.github.com/{found[1]}"
        paragraph = soup.new_tag("p")
        paragraph.append(link)
        script.replace_with(paragraph)
