"""The title of a post, without the name of its site: what the page states, beside the headings that it shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4 import BeautifulSoup, Tag

_MARK = re.compile(r"\s+[|·•–—»«-]\s+")
_FILE_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")


def settle_title(soup: BeautifulSoup, stated: Sequence[str], site: str) -> str:
    """Take the title that a page states and shows as a heading, or else the first that it states for sharing.

    The site's name is taken off. A name of a file, such as our-winter-walk, is no title.
    """
    said = [it for it in stated if it and not _FILE_NAME.fullmatch(it)]
    shown = (heading for it in said if not says_title(it, site) and (heading := _heading_in(soup, it)))
    return next(shown, "") or _without_site(next(iter(said), ""), site)


def says_title(words: str, title: str) -> bool:
    """Whether words say a title; case and marks do not matter."""
    return bool(title) and _letters(words) == _letters(title)


def guess_title(soup: BeautifulSoup, site: str) -> str:
    """Take the heading that the page's title begins or ends with, or its longest part, or the first h1."""
    stated = _without_site(_words_of(soup.title) if soup.title else "", site)
    if heading := _heading_in(soup, stated):
        return heading
    parts = [part.strip() for part in _MARK.split(stated)]
    return max(parts, key=len, default="") or next((_heading_words(it) for it in soup.find_all("h1")), "")


def _heading_in(soup: BeautifulSoup, stated: str) -> str:
    """Find the longest heading that a stated title begins or ends with; the rest of the title names the site."""
    found = ""
    for heading in soup.find_all(["h1", "h2"]):
        words = _heading_words(heading)
        is_of_site = heading.name == "h1" and leads_elsewhere(heading)
        if not is_of_site and len(words) > len(found) and _is_end_of(words, stated):
            found = words
    return found


def _letters(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def leads_elsewhere(heading: Tag) -> bool:
    """Whether a heading leads to another page: one of level 1 that does is the site's own name."""
    link = heading.find("a", href=True)
    return link is not None and not str(link["href"]).startswith("#")


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
    """Take the site's name, or its host's, off the end of a title."""
    names = {"".join(_letters(name)) for name in (site, site.partition(".")[0])}
    ends = (it for it in _MARK.finditer(title) if "".join(_letters(title[it.end() :])) in names)
    end = next(ends, None)
    return title[: end.start()] if end else title
