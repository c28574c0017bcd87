"""What stands in an href → the address that a browser would ask for."""

from __future__ import annotations

import re
from urllib.parse import unquote

import httpx

# What browsers take away or put right before they read an address (WHATWG URL, section 4.4).
_REMOVED = re.compile(r"[\t\n\r]")
_OPENING = re.compile(r"(https?):[\\/]*", re.IGNORECASE)
_HOST = re.compile(r"(https?://(?:[^/?#@]*@)?)([^/?#:@\[\]]+)")
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
    text = path.replace("\\", "/") + question + query + mark + fragment
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL:
        # The host is not in the letters of IDNA 2008: browsers also take capitals and emoji, as IDNA 2003 did.
        url = httpx.URL(_HOST.sub(lambda found: found[1] + _ascii_host(found[2]), text, count=1))
    if not url.host:
        raise httpx.InvalidURL("no host")
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

    The top of a page is always there (HTML, section 7.4.6.3), text fragments are the browser's own affair, and what
    begins with / or ! is a route of a page's script.
    """
    name = unquote(url.fragment).split(_DIRECTIVE)[0]
    if name.lower() in {"", "top"} or name.startswith(("/", "!")):
        name = ""
    return str(url.copy_with(fragment=None)), name


def origin_of(url: httpx.URL) -> str:
    """Name scheme, host and port: what connections and limits go by."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
