"""Link targets: resolved, and without what follows readers around."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit, urlunsplit

if TYPE_CHECKING:
    from pathlib import Path

# Parameters that only tell the site where a reader came from.
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|"
    r"vero_id|oly_enc_id|oly_anon_id|s_cid|ref_src|ref_url|__s|ck_subscriber_id|sc_src|sc_lid|sc_uid)",
    re.IGNORECASE,
)
# Hosts (and paths) of services that wrap a link, with the parameter that holds the real one.
_WRAPPERS = (
    (re.compile(r"(?:^|\.)google\.[a-z.]+$"), "/url", ("q", "url")),
    (re.compile(r"^l\.(?:facebook|instagram)\.com$"), "/l.php", ("u",)),
    (re.compile(r"^lm?\.facebook\.com$"), "/", ("u",)),
    (re.compile(r"(?:^|\.)linkedin\.com$"), "/redir", ("url",)),
    (re.compile(r"(?:^|\.)youtube\.com$"), "/redirect", ("q",)),
    (re.compile(r"^out\.reddit\.com$"), "/", ("url",)),
    (re.compile(r"(?:^|\.)safelinks\.protection\.outlook\.com$"), "/", ("url",)),
    (re.compile(r"^href\.li$"), "/", ("",)),
    (re.compile(r"^medium\.com$"), "/r/", ("url",)),
    (re.compile(r"^steamcommunity\.com$"), "/linkfilter", ("url", "u")),
)
MAX_PATH = 500
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True)
class Addresses:
    """Resolves what a page links to.

    `base` is where relative links start, `page` the post's own address; both may be empty when nobody knows.
    `folder` is where a saved page lies.
    """

    base: str = ""
    page: str = ""
    folder: Path | None = None

    def link(self, href: str) -> str:
        """Make a link target absolute and clean. Empty where it leads nowhere that an email can lead to."""
        href = re.sub(r"[\t\n\r]", "", href).strip()
        if href.startswith("#"):
            return f"{urldefrag(self.page).url}{href}" if self.page and len(href) > 1 else ""
        url = join_url(self.base, href)
        return clean_link(url) if _scheme(url) in SAFE_SCHEMES else ""

    def picture(self, source: str) -> str:
        """Make a picture's source absolute. It stays a relative path when no base is known; empty for data: URLs."""
        if self.is_beside(source):
            return source.strip()
        url = join_url(self.base, source.strip()) if source.strip() else ""
        return url if _scheme(url) in {"http", "https", ""} else ""

    def is_beside(self, source: str) -> bool:
        """Whether a picture lies beside the saved page: never one outside its folder."""
        path = unquote(source.strip())
        if self.folder is None or not path or len(path) > MAX_PATH or "\0" in path or ":" in path:
            return False
        file = (self.folder / path).resolve()
        # Unlike Path.is_file, it says no to a name that is longer than a file system allows.
        return file.is_relative_to(self.folder.resolve()) and os.path.isfile(file)  # noqa: PTH113


def join_url(base: str, url: str) -> str:
    """Resolve a URL; empty where it is none, such as `http://[a]/`."""
    try:
        return urljoin(base, url)
    except ValueError:
        return ""


def clean_link(url: str) -> str:
    """Take the wrappers and tracking parameters off a link."""
    for _ in range(3):
        inner = _unwrap(url)
        if not inner:
            break
        url = inner
    parts = urlsplit(url)
    if not parts.query or parts.scheme not in {"http", "https"}:
        return url
    kept = [pair for pair in parts.query.split("&") if not _TRACKING.fullmatch(unquote(pair.split("=")[0]))]
    fragment = "" if re.match(r":~:text=", parts.fragment) else parts.fragment
    return urlunsplit(parts._replace(query="&".join(kept), fragment=fragment))


def _unwrap(url: str) -> str:
    """Find the link inside a wrapper; empty where there is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    for host, path, names in _WRAPPERS:
        if host.search(parts.hostname or "") and parts.path.startswith(path):
            values = dict(parse_qsl(parts.query))
            inner = next((values[name] for name in names if name in values), "")
            return inner if _scheme(inner) in {"http", "https"} else ""
    return ""


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme.lower()
    except ValueError:
        return "invalid"
