"""Where links lead, and which of the same name lead to different places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qsl, urlsplit

from newsletter.checks.aria.roles import LINKS
from newsletter.checks.phrases import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document

_COUNTING = re.compile(r"utm_|mc_|fbclid$|gclid$|_hs|vero_|mkt_tok$|ck_subscriber_id$|trk", re.IGNORECASE)
_GOES = re.compile(r"\blocation(?:\.href)?\s*=\s*['\"]([^'\"]*)")
# Longer values are what sending services write for each link and each reader; shorter ones choose a page.
_MAX_PLAIN_VALUE = 8
# host, path, parameters without those that count clicks, fragment
Target = tuple[str, str, tuple[tuple[str, str], ...], str]


def namesakes(document: Document, context: Callable[[Tag], str]) -> Iterator[tuple[Tag, Tag, bool]]:
    """Yield links, the first link of the same name and context, and whether their targets surely differ."""
    first: dict[tuple[str, str], tuple[Tag, Target]] = {}
    for link in document.find_roles(*LINKS):
        target = read_target(str(link.get("href") or "") or _went_to(link))
        if target is None or not (name := plain(document.name(link))):
            continue
        other, known = first.setdefault((name, plain(context(link))), (link, target))
        if known != target:
            yield link, other, _surely_differ(known, target)


def read_target(address: str) -> Target | None:
    """Read an address as it is compared; None where it is empty or malformed."""
    try:
        parts = urlsplit(address.strip())
        query = tuple(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _COUNTING.match(pair[0]))
    except ValueError:
        return None
    target = (_host(parts), parts.path.rstrip("/"), query, parts.fragment)
    return target if any(target) else None


def _went_to(link: Tag) -> str:
    """Give the address that a script of an element with the role of a link goes to."""
    found = _GOES.search(str(link.get("onclick") or ""))
    return found[1] if found else ""


def _host(parts: SplitResult) -> str:
    host = parts.netloc.lower().removeprefix("www.")
    return host if parts.scheme in {"http", "https", ""} else f"{parts.scheme}:{host}"


def _surely_differ(one: Target, other: Target) -> bool:
    """Two sites, or two values of a short parameter of one page, are two places; two paths may lead to one page."""
    if one[0] != other[0]:
        return True
    changed = set(one[2]) ^ set(other[2])
    is_plain = all(len(value) <= _MAX_PLAIN_VALUE for _, value in changed)
    return one[1] == other[1] and bool(changed) and is_plain
