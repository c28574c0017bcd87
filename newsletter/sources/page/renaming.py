"""Elements that stand for others, given the names of those: pictures, headings, captions, code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.sources.page.elements import classes_of

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    from newsletter.sources.page.marks import Page

_BACKGROUND = re.compile(r"background(?:-image)?:\s*[^;]*url\(['\"]?([^'\")]+)")
MAX_CAPTION_WORDS = 60


def rename(page: Page) -> None:
    """Rename elements whose role, style or class says what they are."""
    soup = page.soup
    for post in page.select("div.tweet[data-attrs]"):
        post.name, post["class"] = "blockquote", "twitter-tweet"
    for image in soup.find_all("amp-img"):
        image.name = "img"
    for drawn in page.select("[role=img][style*=background]"):
        _show_background(soup, drawn)
    for image in page.select("img[aria-describedby]"):
        _name_caption(soup, image)
    for code in soup.find_all("code"):
        if code.find("br") and not code.find_parent("pre"):
            code.name = "pre"
    for heading in soup.find_all(["div", "p", "span"], role="heading"):
        level = str(heading.get("aria-level") or "2")
        heading.name = f"h{level}" if level in {"1", "2", "3", "4", "5", "6"} else "h2"


def _show_background(soup: BeautifulSoup, drawn: Tag) -> None:
    """Make an <img> of a picture in a background that screen readers know as one."""
    found = _BACKGROUND.search(str(drawn.get("style") or ""))
    if found and not drawn.get_text(strip=True):
        drawn.replace_with(soup.new_tag("img", src=found[1], alt=str(drawn.get("aria-label") or "")))


def _name_caption(soup: BeautifulSoup, image: Tag) -> None:
    """Mark the few words that describe a picture as its caption."""
    words = soup.find(id=str(image["aria-describedby"]))
    if words is not None and words.name != "figcaption" and len(words.get_text().split()) <= MAX_CAPTION_WORDS:
        words["class"] = f"{classes_of(words)} caption".strip()
