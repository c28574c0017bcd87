"""Films, recordings and posts from elsewhere: an email cannot hold them, so they become links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from newsletter.model import Block, Dropped, Link, Paragraph, Text, Video
from newsletter.sources.page.elements import classes_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bs4 import Tag

    from newsletter.sources.page.links import Addresses

# Host of what plays films and recordings → the platform's name.
_PLAYERS = {
    "youtube.com": "YouTube",
    "youtube-nocookie.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "spotify.com": "Spotify",
    "soundcloud.com": "SoundCloud",
    "apple.com": "Apple Podcasts",
    "ted.com": "TED",
    "dailymotion.com": "Dailymotion",
    "twitch.tv": "Twitch",
    "tiktok.com": "TikTok",
    "loom.com": "Loom",
    "wistia.com": "Wistia",
    "wistia.net": "Wistia",
    "bandcamp.com": "Bandcamp",
    "videopress.com": "VideoPress",
    "bilibili.com": "Bilibili",
    "rumble.com": "Rumble",
    "mixcloud.com": "Mixcloud",
    "deezer.com": "Deezer",
    "anchor.fm": "Anchor",
    "buzzsprout.com": "Buzzsprout",
    "libsyn.com": "Libsyn",
    "podbean.com": "Podbean",
    "transistor.fm": "Transistor",
    "simplecast.com": "Simplecast",
    "acast.com": "Acast",
    "spreaker.com": "Spreaker",
    "podigee.io": "Podigee",
    "ausha.co": "Ausha",
    "archive.org": "Internet Archive",
}
# What else people set into posts, and readers would miss: it becomes a link.
_SHOWN = {
    "codepen.io": "CodePen",
    "codesandbox.io": "CodeSandbox",
    "stackblitz.com": "StackBlitz",
    "jsfiddle.net": "JSFiddle",
    "docs.google.com": "Google Docs",
    "drive.google.com": "Google Drive",
    "google.com/maps": "Google Maps",
    "maps.google.com": "Google Maps",
    "openstreetmap.org": "OpenStreetMap",
    "datawrapper.dwcdn.net": "Datawrapper",
    "infogram.com": "Infogram",
    "flourish.studio": "Flourish",
    "public.tableau.com": "Tableau",
    "typeform.com": "Typeform",
    "calendly.com": "Calendly",
    "scribd.com": "Scribd",
    "slideshare.net": "SlideShare",
    "speakerdeck.com": "Speaker Deck",
    "issuu.com": "Issuu",
    "figma.com": "Figma",
    "instagram.com": "Instagram",
    "facebook.com/plugins/post": "Facebook",
    "facebook.com/plugins/video": "Facebook",
    "gist.github.com": "GitHub",
}
_POSTS = re.compile(r"twitter-tweet|twitter-video|instagram-media|bluesky-embed|mastodon-embed|tiktok-embed|reddit-")
_YOUTUBE = re.compile(r"(?:/embed/|/v/|/shorts/|/live/|^/)([\w-]{11})(?:$|[/?])")


def read_embed(element: Tag, addresses: Addresses) -> Block | Dropped | None:
    """Read an iframe, video, audio, embed or object as a link to where it plays or shows.

    Dropped where nobody knows what it shows; None where it has no source.
    """
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
    if platform := platform_of(source):
        return Video(_page_of(source), title or platform)
    if is_post(element):
        return _post_paragraph(source.removesuffix("/").removesuffix("/embed"))
    if name := _name_of(source, _SHOWN):
        return Paragraph((Link(source, (Text(f"{title} ({name})" if title else name),)),))
    return Dropped(title or source[:80], "a frame of another site") if element.name == "iframe" else None


def platform_of(url: str) -> str:
    """Name the platform that an address belongs to; empty where it is none that plays."""
    return _name_of(url, _PLAYERS)


def is_post(quote: Tag) -> bool:
    """Whether a quote shows a post from elsewhere: a tweet and the like."""
    return _POSTS.search(classes_of(quote)) is not None


def post_link(quote: Tag, addresses: Addresses) -> Paragraph | None:
    """Link the post from elsewhere (a tweet and the like) that a quote shows."""
    links = [addresses.link(str(anchor.get("href") or "")) for anchor in quote.find_all("a")]
    permalink = str(quote.get("cite") or quote.get("data-instgrm-permalink") or "")
    target = addresses.link(permalink) if permalink else links[-1] if links else ""
    return _post_paragraph(target)


def _post_paragraph(target: str) -> Paragraph | None:
    host = (urlsplit(target).hostname or "").removeprefix("www.")
    return Paragraph((Link(target, (Text(f"The post on {host}"),)),)) if host else None


def _name_of(url: str, names: Mapping[str, str]) -> str:
    """Find the name of an address's host, or of its host and the beginning of its path."""
    parts = urlsplit(url)
    labels = (parts.hostname or "").split(".")
    for start in range(len(labels)):
        host = ".".join(labels[start:])
        for place, name in names.items():
            domain, slash, path = place.partition("/")
            if domain == host and (not slash or parts.path.startswith(f"/{path}")):
                return name
    return ""


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
