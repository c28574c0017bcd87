"""RSS, Atom and JSON Feed → entries."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsletter.errors import SourceError
from newsletter.sources.page.links import join_url

if TYPE_CHECKING:
    from collections.abc import Sequence

# Words at the end of an entry that is only the beginning of its post.
_READ_MORE = re.compile(
    r"(?:read (?:more|on|the rest)|continue reading|keep reading|weiterlesen|lire la suite|leer más|lees verder|"
    r"\[…\]|\[\.\.\.\]|\[&hellip;\])[^<>]{0,60}(?:<[^>]*>\s*)*$",
    re.IGNORECASE,
)
SHORT_WORDS = 60
_PREFERRED = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Entry:
    """One post of a feed; what the feed does not say is empty. `html` may be only a summary."""

    guid: str
    title: str
    url: str
    html: str
    author: str = ""
    date: datetime.date | None = None
    language: str = ""
    is_summary: bool = False
    image: str = ""

    @property
    def has_words(self) -> bool:
        """Whether the feed itself says something of the post."""
        return bool(self._count)

    @property
    def needs_page(self) -> bool:
        """Whether the entry is only the beginning of its post, so that the page must be fetched."""
        ends_early = bool(_READ_MORE.search(self.html.strip()))
        is_short = not self._count or (self.is_summary and self._count < SHORT_WORDS)
        return bool(self.url) and (ends_early or is_short)

    @property
    def _count(self) -> int:
        return len(re.sub(r"<[^>]+>", " ", self.html).split())


def is_feed(data: bytes, media_type: str = "") -> bool:
    """Whether bytes are a feed, by their media type or their first element."""
    if media_type in {"application/rss+xml", "application/atom+xml", "application/feed+json"}:
        return True
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        return b"jsonfeed.org/version" in data[:4096]
    return bool(re.search(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]", head, re.IGNORECASE)) and not re.search(
        rb"<html[\s>]", head, re.IGNORECASE
    )


def read_feed(data: bytes, url: str = "", name: str = "") -> list[Entry]:
    """Read a feed's entries, newest first (those without a date keep the feed's order, after the others).

    `name` is its file's, for errors. Feeds that are not well formed are read as far as they go. Raises SourceError
    where there is no entry at all.
    """
    entries = _read_json(data, url) if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _read_xml(data, url)
    if not entries:
        raise SourceError("The feed has no entries.", hint="Name another feed, or the post itself.", file=name or url)
    oldest = datetime.date.min
    return sorted(entries, key=lambda entry: entry.date or oldest, reverse=True)


def choose_entry(entries: Sequence[Entry], name: str) -> Entry:
    """Choose an entry by number (1 is the newest), guid or address. Raises SourceError where there is none."""
    if name.isdigit() and 0 < int(name) <= len(entries):
        return entries[int(name) - 1]
    for entry in entries:
        # feedparser makes a guid that is no address into one, below the feed's.
        if name in {entry.guid, entry.url} or entry.guid.endswith(f"/{name}"):
            return entry
    hint = f"There are {len(entries)}; see them with --list."
    raise SourceError(f"The feed has no entry “{name}”.", hint=hint)


def _read_xml(data: bytes, url: str) -> list[Entry]:
    import feedparser

    headers = {"content-location": url} if url else {}
    # Its own sanitiser would take films out; everything is sanitised later, as a page is.
    parsed = feedparser.parse(data, response_headers=headers, sanitize_html=False)
    language = str(parsed.feed.get("language") or "")
    site_author = str(parsed.feed.get("author") or "")
    return [_from_xml(entry, language, site_author) for entry in parsed.entries]


def _from_xml(entry: Any, language: str, site_author: str) -> Entry:  # noqa: ANN401 - feedparser's dictionaries
    contents = list(entry.get("content") or [])
    contents.sort(key=lambda content: (content.get("type") not in _PREFERRED, -len(content.get("value") or "")))
    content = str(contents[0].get("value") or "") if contents else ""
    summary = str(entry.get("summary") or "")
    html = content if len(content) >= len(summary) else summary
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    link = str(entry.get("link") or "")
    return Entry(
        guid=str(entry.get("id") or link),
        title=_plain(str(entry.get("title") or "")),
        url=link,
        html=html,
        author=_plain(str(entry.get("author") or site_author)),
        date=datetime.date(*moment[:3]) if moment else None,
        language=language,
        is_summary=not content,
        image=_image_of(entry),
    )


def _image_of(entry: Any) -> str:  # noqa: ANN401 - feedparser's dictionaries
    """Find the picture that stands for an entry: an enclosure, or one of Media RSS."""
    linked = [link for link in entry.get("links") or [] if str(link.get("type")).startswith("image/")]
    media = [it for it in entry.get("media_content") or [] if it.get("medium", "image") == "image"]
    found = [*linked, *media, *(entry.get("media_thumbnail") or [])]
    return next((url for it in found if (url := str(it.get("href") or it.get("url") or ""))), "")


def _read_json(data: bytes, url: str) -> list[Entry]:
    """Read a JSON Feed (https://www.jsonfeed.org/version/1.1/)."""
    try:
        feed = json.loads(data.decode("utf-8-sig"), strict=False)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"The feed is not JSON: {error}.", hint="Name another feed.", file=url or "feed") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return []
    return [_from_json(item, feed, url) for item in items if isinstance(item, dict)]


def _from_json(item: dict[str, Any], feed: dict[str, Any], url: str) -> Entry:
    link = join_url(url, str(item.get("url") or item.get("external_url") or ""))
    authors = item.get("authors") or [item.get("author") or {}]
    names = [str(author.get("name") or "") for author in authors if isinstance(author, dict)]
    text = str(item.get("content_text") or "")
    paragraphs = "".join(f"<p>{part}</p>" for part in re.split(r"\n\s*\n", _escape(text))) if text else ""
    html = str(item.get("content_html") or "") or paragraphs
    found = re.match(r"\d{4}-\d\d-\d\d", str(item.get("date_published") or ""))
    return Entry(
        guid=str(item.get("id") or link),
        title=_plain(str(item.get("title") or "")),
        url=link,
        html=html or str(item.get("summary") or ""),
        author=", ".join(filter(None, names)),
        date=datetime.date.fromisoformat(found[0]) if found else None,
        language=str(item.get("language") or feed.get("language") or ""),
        is_summary=not html,
        image=join_url(url, str(item.get("image") or item.get("banner_image") or "")),
    )


def _plain(html: str) -> str:
    """Take the words out of a title: in feeds it is HTML."""
    from bs4 import BeautifulSoup

    return " ".join(BeautifulSoup(f"<p>{html}</p>", "html.parser").get_text(" ").split())


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
