"""Where an answer sends on to: by its status, by its Refresh header, or at once by its HTML."""

from __future__ import annotations

import string
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx

from newsletter.checks.linking.answers import Answer, State
from newsletter.checks.linking.judging import PERMANENT, REDIRECTS
from newsletter.checks.linking.pages import read_refresh
from newsletter.checks.unsubscribing import ADDRESS

if TYPE_CHECKING:
    from newsletter.checks.linking.connecting import Reply
    from newsletter.checks.linking.pages import Page

DEAD_SCHEMES = frozenset({"javascript", "data", "file", "about", "blob", "vbscript"})


@dataclass(slots=True)
class Moved:
    """Where the permanent redirects at the beginning of a chain lead; empty where there are none."""

    to: str = ""
    _is_over: bool = False

    def follow(self, status: int, target: str) -> None:
        """Take in one redirect."""
        self._is_over = self._is_over or status not in PERMANENT
        self.to = self.to if self._is_over else target


def next_target(reply: Reply, page: Page | None) -> str | None:
    """Say where a reply sends on to, by status or at once by its HTML; None where it does not."""
    if reply.status in REDIRECTS:
        return _location(reply)
    return read_refresh(reply.headers.get("Refresh", "")) or (page.refresh if page else "") or None


def _location(reply: Reply) -> str | None:
    """Read Location as browsers do: its bytes are UTF-8, whatever HTTP says; others are sent back as they came."""
    for name, value in reply.headers.raw:
        if name.lower() == b"location" and value.strip():
            try:
                text = value.decode("utf-8")
            except UnicodeDecodeError:
                text = quote(value, safe=string.printable)
            return text.strip().replace("\\", "/")
    return None


def check_target(url: httpx.URL, target: str) -> httpx.URL | Answer:
    """Make the next address, or say why there is none."""
    try:
        joined = url.join(target)
    except (httpx.InvalidURL, ValueError):
        return Answer(State.BROKEN, f"It redirects to what is no address ({target[:80]})")
    # A link that counts clicks may lead to what only its reader may ask for.
    if ADDRESS.search(f"{joined.path}?{joined.query.decode()}"):
        return Answer(State.SKIPPED, "It redirects to a page that may unsubscribe somebody")
    if joined.scheme not in {"http", "https"}:
        is_dead = joined.scheme in DEAD_SCHEMES
        reason = f"It redirects to another program ({joined.scheme}:)"
        return Answer(State.BROKEN if is_dead else State.UNCHECKED, reason)
    if not joined.raw_host:
        return Answer(State.BROKEN, f"It redirects to what is no address ({target[:80]})")
    return joined if joined.fragment else joined.copy_with(fragment=url.fragment or None)
