"""Title, author, date, language and address of a post, as its page states them."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from newsletter.model import Guess

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup, Tag

# A byline of more words is a sentence; JSON-LD nested deeper is not about the post.
MAX_NAME_WORDS = 6
MAX_JSON_DEPTH = 5
_BY = re.compile(r"^(?:(?:written|posted|published)\s+)?by\s+", re.IGNORECASE)
_POSTS = re.compile(r"(?:Blog|News|Tech|Scholarly|Social|Live)?(?:Posting|Article|Post|BlogPosting)$|^Report$")


@dataclass(slots=True)
class Metadata:
    """What a page says about its post; what stands nowhere stays empty. `guesses` names what it only suggests."""

    title: str = ""
    author: str = ""
    date: datetime.date | None = None
    language: str = ""
    site: str = ""
    url: str = ""
    summary: str = ""
    image: str = ""
    guesses: list[Guess] = field(default_factory=list)


def read_metadata(soup: BeautifulSoup, url: str = "") -> Metadata:
    """Read JSON-LD first, then OpenGraph and other <meta>, then the page's own elements, which are guesses."""
    data = _article(soup)
    metas = _Metas(soup)
    title = _words(data.get("headline")) or metas.first("og:title", "twitter:title") or _words(data.get("name"))
    author = _person(data.get("author")) or metas.first("author", "article:author", "dc.creator", "parsely-author")
    date = _date(data.get("datePublished")) or _date(
        metas.first("article:published_time", "date", "dc.date", "pubdate")
    )
    site = metas.first("og:site_name") or _person(data.get("publisher"))
    metadata = Metadata(
        title=_heading_in(soup, title) or _without_site(title, site),
        author="" if author.startswith(("http", "@")) else author,
        date=date,
        language=_language(soup, metas),
        site=site,
        url=_url(soup, metas, url),
        summary=_words(data.get("description")) or metas.first("og:description", "description"),
        image=_picture(data.get("image")) or metas.first("og:image"),
    )
    _guess(soup, metadata)
    return metadata


def _guess(soup: BeautifulSoup, metadata: Metadata) -> None:
    """Fill what the page does not state from what it shows, and mark it."""
    if not metadata.title:
        metadata.title = _guess_title(soup, metadata.site)
        metadata.guesses += [Guess("the title", metadata.title)] if metadata.title else []
    if not metadata.author:
        element = soup.select_one(
            "[rel~=author], [itemprop=author], .p-author, .author-name, .byline-name, .byline .author, .post-author"
        )
        words = _BY.sub("", _words(element.get_text(" "))) if element else ""
        if words and len(words.split()) <= MAX_NAME_WORDS:
            metadata.author = words
            metadata.guesses.append(Guess("the author", words))
    if metadata.date is None:
        element = soup.select_one("article time[datetime], time[datetime], [itemprop=datePublished], abbr.published")
        stated = (element.get("datetime") or element.get("content") or element.get("title")) if element else ""
        metadata.date = _date(stated)
        metadata.guesses += [Guess("the date", metadata.date.isoformat())] if metadata.date else []


def _guess_title(soup: BeautifulSoup, site: str) -> str:
    """Take the longest part of the page's title, or its first h1."""
    stated = _without_site(_words(soup.title.get_text(" ")) if soup.title else "", site)
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
    return _words(heading.get_text(" ")).rstrip("¶# ")


def _is_end_of(words: str, stated: str) -> bool:
    """Whether a title is these words, with or without something more behind or before a mark."""
    exact = re.escape(words)
    return bool(words) and bool(re.fullmatch(rf"{exact}(?:\s+[^\w\s].*)?|.*[^\w\s]\s+{exact}", stated, re.IGNORECASE))


def _article(soup: BeautifulSoup) -> dict[str, Any]:
    """Find the post in the page's JSON-LD; empty where there is none."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            document = json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(document):
            if any(_POSTS.search(str(kind)) for kind in _listed(node.get("@type"))):
                return node
    return {}


def _nodes(document: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > MAX_JSON_DEPTH:
        return
    for item in _listed(document):
        if isinstance(item, dict):
            yield item
            for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
                yield from _nodes(item.get(name), depth + 1)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _words(value: object) -> str:
    """Take words out of a value that may hold tags and entities, as some engines write them."""
    from bs4 import BeautifulSoup

    text = str(value) if isinstance(value, str) else ""
    if re.search(r"&#?\w+;|<\w", text):
        text = BeautifulSoup(f"<p>{text}</p>", "html.parser").get_text(" ")
    return " ".join(text.split())


def _person(value: object) -> str:
    names = [_words(item.get("name") if isinstance(item, dict) else item) for item in _listed(value)]
    return ", ".join(dict.fromkeys(name for name in names if name))


def _picture(value: object) -> str:
    first = next(iter(_listed(value)), "")
    return str(first.get("url") or "") if isinstance(first, dict) else str(first)


class _Metas:
    """The <meta> elements of a page, by name, property or itemprop in lower case; the first of a name counts."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self._contents: dict[str, str] = {}
        for element in soup.find_all("meta"):
            words = _words(str(element.get("content") or ""))
            for attribute in ("property", "name", "itemprop"):
                if (name := str(element.get(attribute) or "").lower()) and words:
                    self._contents.setdefault(name, words)

    def first(self, *names: str) -> str:
        """Give the content of the first of these names that the page has."""
        return next((self._contents[name] for name in names if name in self._contents), "")


def _date(value: object) -> datetime.date | None:
    found = re.match(r"\d{4}-\d{2}-\d{2}", str(value or ""))
    try:
        return datetime.date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _language(soup: BeautifulSoup, metas: _Metas) -> str:
    html = soup.find("html")
    said = str(html.get("lang") or html.get("xml:lang") or "") if html else ""
    said = said or metas.first("og:locale", "content-language", "language")
    return said.strip().replace("_", "-") if re.match(r"[A-Za-z]{2,3}(?:[-_]|$)", said.strip()) else ""


def _url(soup: BeautifulSoup, metas: _Metas, url: str) -> str:
    link = soup.find("link", rel="canonical")
    stated = str(link.get("href") or "") if link else ""
    stated = stated or metas.first("og:url")
    joined = urljoin(url, stated) if stated else url
    return joined if joined.startswith(("http://", "https://")) else url


def _without_site(title: str, site: str) -> str:
    """Take the site's name off the end of a title."""
    if site and (found := re.fullmatch(rf"(.+?)\s+[|·•–—-]\s+{re.escape(site)}", title, re.IGNORECASE)):
        return found[1]
    return title
