"""How large a page may be."""

from __future__ import annotations

import re

from newsletter.errors import SourceError

# A page of more tags, or nested deeper, is no post; reading it would take minutes.
MAX_TAGS = 50_000
MAX_DEPTH = 400
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*?(/?)>")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li"}
)


def refuse_bomb(html: str, url: str = "") -> None:
    """Raise SourceError for HTML that would take minutes to read."""
    depth = tags = 0
    for found in _TAG.finditer(html):
        closing, name, self_closing = found.groups()
        tags += not closing
        if name.lower() not in _VOID and not self_closing:
            depth = max(0, depth - 1) if closing else depth + 1
        if tags > MAX_TAGS or depth > MAX_DEPTH:
            hint = "Copy the post into a text file, and name that."
            raise SourceError("The page has too many elements to be a post.", hint=hint, file=url or "page")
