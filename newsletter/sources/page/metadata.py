"""Title, author, date, language and address of a post, as its page states them."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsletter.model import Guess
from newsletter.sources.page.linked_data import find_article, names_of, picture_of, plain_words
from newsletter.sources.page.links import join_url
from newsletter.sources.page.titles import guess_title, settle_title

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from newsletter.sources.page.marks import Page

# A byline of more words is a sentence.
MAX_NAME_WORDS = 6
_BY = re.compile(r"^(?:(?:written|posted|published)\s+)?(?:by|von|par|por|di|door|av|af)\s+", re.IGNORECASE)
# Where engines show who wrote a post, the surest first.
_AUTHORS = (
    "[rel~=author], [itemprop=author], .p-author, .author-name, .byline-name, .byline .author, .post-author, "
    ".wp-block-post-author-name, .wp-block-post-author__name, .author.vcard, .node__author .username, "
    ".field--name-uid, .avatar__name, .entry-author, .author__name, .gh-article-author-name, .byline"
)
_DATES = "time[datetime], [itemprop=datePublished], abbr.published"


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


def read_metadata(page: Page, url: str = "") -> Metadata:
    """Read JSON-LD first, then OpenGraph and other <meta>, then the page's own elements, which are guesses."""
    soup = page.soup
    data = find_article(soup)
    metas = _Metas(soup)
    stated = [plain_words(data.get("headline")), *map(metas.first, ("og:title", "twitter:title"))]
    stated.append(plain_words(data.get("name")))
    author = names_of(data.get("author")) or metas.first("author", "article:author", "dc.creator", "parsely-author")
    date = _date(data.get("datePublished")) or _date(
        metas.first("article:published_time", "date", "dc.date", "pubdate")
    )
    address = _url(soup, metas, url)
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    site = metas.first("og:site_name") or names_of(data.get("publisher"))
    metadata = Metadata(
        title=settle_title(soup, stated, site or host),
        author="" if author.startswith(("http", "@")) else author,
        date=date,
        language=_language(soup, metas),
        site=site or host,
        url=address,
        summary=plain_words(data.get("description")) or metas.first("og:description", "description"),
        image=picture_of(data.get("image")) or metas.first("og:image"),
    )
    _guess(page, metadata)
    return metadata


def _guess(page: Page, metadata: Metadata) -> None:
    """Fill what the page does not state from what it shows, and mark it."""
    if not metadata.title:
        metadata.title = guess_title(page.soup, metadata.site)
        metadata.guesses += [Guess("the title", metadata.title)] if metadata.title else []
    if not metadata.author:
        element = next(iter(page.select(_AUTHORS)), None)
        words = _BY.sub("", plain_words(element.get_text(" "))) if element else ""
        if words and len(words.split()) <= MAX_NAME_WORDS:
            metadata.author = words
            metadata.guesses.append(Guess("the author", words))
    if metadata.date is None:
        element = next(iter(page.select(_DATES)), None)
        stated = (element.get("datetime") or element.get("content") or element.get("title")) if element else ""
        metadata.date = _date(stated)
        metadata.guesses += [Guess("the date", metadata.date.isoformat())] if metadata.date else []


class _Metas:
    """The <meta> elements of a page, by name, property or itemprop in lower case; the first of a name counts."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self._contents: dict[str, str] = {}
        for element in soup.find_all("meta"):
            words = plain_words(str(element.get("content") or ""))
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
    joined = join_url(url, stated) if stated else url
    return joined if joined.startswith(("http://", "https://")) else url
