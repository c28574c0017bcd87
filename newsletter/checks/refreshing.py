"""The refresh that browsers follow (HTML, section 4.2.5.3: the refresh state)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document

HOURS_20 = 72_000
_CONTENT = re.compile(r"\s*(\d+)(?:\.[\d.]*)?(?:$|[;,\s])", re.ASCII)
# What is longer is an age of the world, and too much for a number.
_MOST_DIGITS = 9


def find_refresh(document: Document) -> Iterator[tuple[Tag, int]]:
    """Yield the first refresh that browsers understand, and after how many seconds it comes; nothing if at once."""
    for element in document.index.named("meta"):
        if str(element.get("http-equiv") or "").strip().lower() != "refresh":
            continue
        if found := _CONTENT.match(str(element.get("content") or "")):
            seconds = int(found[1].lstrip("0")[:_MOST_DIGITS] or 0)
            if seconds:
                yield element, seconds
            return
