"""Character references in HTML, such as `&amp;` → the characters (HTML, section 13.2.5.72 to 80)."""

from __future__ import annotations

import html
import re
from html.entities import html5

# Without its semicolon, a name before a letter or an equals sign is part of an address: ?a=1&copy=2.
_IN_VALUE = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]+|[0-9]+);?|[a-zA-Z0-9]+(?:;|(?![a-zA-Z0-9=])))")
# Python reads no number of thousands of digits, and Unicode has none of more than seven.
_LONG_NUMBER = re.compile(r"&#0*([0-9]*)(?<=[0-9]{8});?")
REPLACEMENT = "\ufffd"


def resolve_text(text: str) -> str:
    """Resolve the references in text."""
    return html.unescape(_LONG_NUMBER.sub(_shorten, text)) if "&" in text else text


def resolve_value(text: str) -> str:
    """Resolve the references in the value of an attribute."""
    return _IN_VALUE.sub(_resolve, text) if "&" in text else text


def _resolve(found: re.Match[str]) -> str:
    return resolve_text(found[0]) if found[0][1] == "#" else html5.get(found[0][1:], found[0])


def _shorten(found: re.Match[str]) -> str:
    return f"&#{found[1] or 0};" if len(found[1]) < 8 else REPLACEMENT  # noqa: PLR2004 - as above
