"""White space and characters that nobody sees."""

from __future__ import annotations

import re

# Characters that senders pad the preheader with: they take room and say nothing.
INVISIBLE = "\u034f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\ufeff"
_INVISIBLE = re.compile(rf"[{INVISIBLE}]")
_SPACE = re.compile(rf"[\s{INVISIBLE}]+")


def squeeze(text: str) -> str:
    """Make one space of every run of white space and of characters that nobody sees."""
    # Of what is visible str.split knows as much as the pattern, and is faster.
    is_visible = text.isascii() or not _INVISIBLE.search(text)
    return " ".join(text.split()) if is_visible else _SPACE.sub(" ", text).strip()
