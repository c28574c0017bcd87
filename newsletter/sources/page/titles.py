"""The title of a post, without the name of its site: what the page states, beside the headings that it shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag


def settle_title(soup: BeautifulSoup, stated: str, site: str) -> str:
    """Take the site's name off a title that a page states for sharing."""
    return _heading_in(soup, stated) or _without_site(stated, site)


def guess_title(soup: BeautifulSoup, site: str) -> str:
    """Take the heading that the page's title begins or ends with, or its longest part, or the first h1."""
    stated = _without_site(_words_of(soup.title) if soup.title else "", site)
    if heading := _heading_in(soup, stated):
        return heading
    parts = [part.strip() for part in re.split(r"\s[|·•–—-]\s|\s[»«]\s", stated)]
    return max(parts, key=len, default="") or next((_heading_words(it) for it in soup.find_all("h1")), "")


def _heading_in(soup: BeautifulSoup, stated: str) -> str:
    """Find the longest heading that a stated title begins or ends with; the rest of the title names the site.

    A heading that leads to another page is the site's own name.
    """
    found = ""
    for heading in soup.find_all(["h1", "h2"]):
        link = heading.find("a", href=True)
        words = _heading_words(heading)
        is_elsewhere = heading.name == "h1" and link is not None and not str(link["href"]).startswith("#")
        if not is_elsewhere and len(words) > len(found) and _is_end_of(words, stated):
            found = words
    return found


def _heading_words(heading: Tag) -> str:
    """Take the words of a heading, without the mark that links to it."""
    return _words_of(heading).rstrip("¶# ")


def _words_of(element: Tag) -> str:
    return " ".join(element.get_text(" ").split())


def _is_end_of(words: str, stated: str) -> bool:
    """Whether a title is these words, with or without something more behind or before a mark."""
    exact = re.escape(words)
    return bool(words) and bool(re.fullmatch(rf"{exact}(?:\s+[^\w\s].*)?|.*[^\w\s]\s+{exact}", stated, re.IGNORECASE))


def _without_site(title: str, site: str) -> str:
    """Take the site's name off the end of a title."""
    if site and (found := re.fullmatch(rf"(.+?)\s+[|·•–—-]\s+{re.escape(site)}", title, re.IGNORECASE)):
        return found[1]
    return title
