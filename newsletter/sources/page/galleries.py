"""Galleries: each picture once, and so many of them as a letter bears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.model import Dropped, Image
from newsletter.sources.page.elements import classes_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bs4 import Tag

    from newsletter.model import Block

MAX_PICTURES = 12
_GALLERY = re.compile(r"gallery|carousel|slideshow|slider|swiper", re.IGNORECASE)


def is_gallery(element: Tag) -> bool:
    """Whether an element's classes name it a gallery."""
    return bool(_GALLERY.search(classes_of(element)))


def cap_gallery(blocks: Iterable[Block]) -> tuple[list[Block], list[Dropped]]:
    """Let each picture through once, twelve at most; return what is kept and what is not."""
    kept: list[Block] = []
    dropped: list[Dropped] = []
    seen: set[str] = set()
    for block in blocks:
        if isinstance(block, Image) and (block.source in seen or len(seen) == MAX_PICTURES):
            is_repeated = block.source in seen
            reason = "a repeated picture" if is_repeated else f"a gallery of more than {MAX_PICTURES} pictures"
            dropped.append(Dropped(block.alt or block.source[-80:], reason))
            continue
        if isinstance(block, Image):
            seen.add(block.source)
        kept.append(block)
    return kept, dropped
