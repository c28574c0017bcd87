"""Films, recordings and posts from elsewhere: an email cannot hold them, so they become links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from newsletter.model import Block, Link, Paragraph, Text, Video

if TYPE_CHECKING:
    from bs4 import Tag

    from newsletter.sources.page.links import Addresses

# Host of an embed → the platform's name, and how its page address is made from the embed's path.
_PLATFORMS = (
    (re.compile(r"(?:^|\.)youtube(?:-nocookie)?\.com$"), "YouTube"),
    (re.compile(r"^youtu\.be$"), "YouTube"),
    (re.compile(r"(?:^|\.)vimeo\.com$"), "Vimeo"),
    (re.compile(r"(?:^|\.)spotify\.com$"), "Spotify"),
    (re.compile(r"(?:^|\.)soundcloud\.com$"), "SoundCloud"),
    (re.compile(r"(?:^|\.)apple\.com$"), "Apple Podcasts"),
    (re.compile(r"(?:^|\.)ted\.com$"), "TED"),
    (re.compile(r"(?:^|\.)dailymotion\.com$"), "Dailymotion"),
    (re.compile(r"(?:^|\.)twitch\.tv$"), "Twitch"),
    (re.compile(r"(?:^|\.)tiktok\.com$"), "TikTok"),
    (re.compile(r"(?:^|\.)loom\.com$"), "Loom"),
    (re.compile(r"(?:^|\.)wistia\.(?:com|net)$"), "Wistia"),
    (re.compile(r"(?:^|\.)bandcamp\.com$"), "Bandcamp"),
)
_YOUTUBE = re.compile(r"(?:/embed/|/v/|/shorts/|/live/|^/)([\w-]{11})(?:$|[/?])")


def read_embed(element: Tag, addresses: Addresses) -> Block | None:
    """Read an iframe, video, audio, embed or object as a link to where it plays; None where it plays nothing."""
    source = addresses.link(_source(element))
    if not source:
        return None
    title = " ".join(str(element.get("title") or element.get("aria-label") or "").split())
    if element.name in {"video", "audio"}:
        poster = addresses.picture(str(element.get("poster") or ""))
        return Video(source, title or ("Video" if element.name == "video" else "Recording"), poster)
    # Medium plays films by way of Embedly, which names the page of the film.
    if (urlsplit(source).hostname or "").endswith("embedly.com"):
        source = addresses.link(parse_qs(urlsplit(source).query).get("url", [""])[0])
    platform = platform_of(source)
    if platform:
        return Video(_page_of(source), title or platform)
    return None


def platform_of(url: str) -> str:
    """Name the platform that an address belongs to; empty where it is none that plays."""
    host = urlsplit(url).hostname or ""
    return next((name for pattern, name in _PLATFORMS if pattern.search(host)), "")


def post_link(quote: Tag, addresses: Addresses) -> Paragraph | None:
    """Link the post from elsewhere (a tweet and the like) that a quote shows."""
    links = [addresses.link(str(anchor.get("href") or "")) for anchor in quote.find_all("a")]
    permalink = str(quote.get("cite") or quote.get("data-instgrm-permalink") or "")
    target = addresses.link(permalink) if permalink else links[-1] if links else ""
    host = (urlsplit(target).hostname or "").removeprefix("www.")
    return Paragraph((Link(target, (Text(f"The post on {host}"),)),)) if host else None


def _source(element: Tag) -> str:
    for name in ("src", "data-src", "data-lazy-src", "data-cmp-src", "data"):
        value = str(element.get(name) or "")
        if value and not value.startswith(("about:", "data:")):
            return value
    inner = element.find("source")
    return str(inner.get("src") or "") if inner else ""


def _page_of(url: str) -> str:
    """Turn a player's address into that of the page where the film is."""
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    if platform_of(url) == "YouTube":
        if found := _YOUTUBE.search(parts.path):
            return f"https://www.youtube.com/watch?v={found[1]}"
        if "list" in query:
            return f"https://www.youtube.com/playlist?list={query['list'][0]}"
    if found := re.fullmatch(r"/video/(\d+)", parts.path):
        return f"https://vimeo.com/{found[1]}" if platform_of(url) == "Vimeo" else url
    if platform_of(url) == "Spotify":
        return url.replace("/embed/", "/").split("?")[0]
    return query["url"][0] if platform_of(url) == "SoundCloud" and "url" in query else url
