"""The headers that every email of a list carries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from newsletter.model import UNSUBSCRIBE_TOKEN

if TYPE_CHECKING:
    from newsletter.settings import Settings


def list_headers(settings: Settings) -> dict[str, str]:
    """Make the list's headers, with `UNSUBSCRIBE_TOKEN` where each person's token goes.

    List-Unsubscribe and List-Unsubscribe-Post: one click unsubscribes (RFC 8058). List-Id: RFC 2919, from the
    newsletter's name and the host of its address.
    """
    base_url = _in_ascii(settings.newsletter.base_url.rstrip("/"))
    host = urlsplit(base_url).hostname or "localhost"
    name = "-".join(re.findall(r"[a-z0-9]+", settings.newsletter.name.lower())) or "newsletter"
    return {
        "List-Id": f"<{name}.{host}>",
        "List-Unsubscribe": f"<{base_url}/unsubscribe/{UNSUBSCRIBE_TOKEN}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def _in_ascii(url: str) -> str:
    """Write a URL as a header may hold it: the host in Punycode, the path percent-encoded (RFC 3987, section 3.1)."""
    parts = urlsplit(url)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    return parts._replace(netloc=host, path=quote(parts.path, safe="/%:@!$&'()*+,;=~")).geturl()
