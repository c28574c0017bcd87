"""What stands in an href → the address that a browser would ask for."""

from __future__ import annotations

import re
from urllib.parse import unquote

import httpx

# What browsers take away or put right before they read an address (WHATWG URL, section 4.4).
_REMOVED = re.compile(r"[\t\n\r]")
_OPENING = re.compile(r"(https?):[\\/]*", re.IGNORECASE)
_HOST = re.compile(r"(https?://(?:[^/?#@]*@)?)([^/?#:@\[\]]+)")
_BARE = re.compile(r"^(https?://[^/]+)$")
MAX_PORT = 65535
_NO_PART = re.compile(r"(?:top)?$|[/!]|[\w.-]+=", re.IGNORECASE)
_DIRECTIVE = ":~:"


def read_location(href: str) -> httpx.URL | None:
    """Read the address of a web page; None for any other scheme and for relative addresses.

    Raises httpx.InvalidURL where a browser could not read it either.
    """
    text = _REMOVED.sub("", href.strip("".join(map(chr, range(33)))))
    text = f"https:{text}" if text.startswith("//") else text
    opening = _OPENING.match(text)
    if not opening:
        return None
    text = f"{opening[1].lower()}://{text[opening.end() :]}"
    head, mark, fragment = text.partition("#")
    path, question, query = head.partition("?")
    text = _BARE.sub(r"\1/", path.replace("\\", "/")) + question + query + mark + fragment
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL:
        # The host is not in the letters of IDNA 2008: browsers also take capitals and emoji, as IDNA 2003 did.
        url = httpx.URL(_HOST.sub(lambda found: found[1] + _ascii_host(found[2]), text, count=1))
    # `url.host` cannot write every host that browsers take, such as ☕.example; `raw_host` is that of DNS.
    if not url.raw_host or b"%" in url.raw_host or (url.port or 0) > MAX_PORT:
        raise httpx.InvalidURL("no host, or no port")
    return url


def is_on_web(href: str) -> bool:
    """Whether an href is an address of the web, well formed or not."""
    try:
        return read_location(href) is not None
    except (httpx.InvalidURL, ValueError, UnicodeError):
        return True


def _ascii_host(host: str) -> str:
    try:
        return unquote(host).encode("idna").decode("ascii")
    except UnicodeError as error:
        raise httpx.InvalidURL(f"{host} cannot be a host") from error


def split_fragment(url: httpx.URL) -> tuple[str, str]:
    """Split an address into that of the page and the part of it to look up, empty where there is nothing to look up.

    The name is still encoded. The top of a page is always there (HTML, section 7.4.6.3), text fragments are the
    browser's own affair, what begins with / or ! is a route of a page's script, and `t=30` or `page=2` say how to show
    a page (Media Fragments URI 1.0).
    """
    address, _, fragment = str(url).partition("#")
    name = fragment.split(_DIRECTIVE)[0]
    return address, "" if _NO_PART.match(unquote(name)) else name


def origin_of(url: httpx.URL) -> str:
    """Name scheme, host and port: what connections and limits go by."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
