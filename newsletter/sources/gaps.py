"""What a source does not say, named so that nobody takes it for said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.blocks import walk_blocks
from newsletter.model import Image
from newsletter.sources.pictures import picture_source

if TYPE_CHECKING:
    from newsletter.model import Reading

NO_DATE = "date: none found; the letter's is today's"


def name_gaps(reading: Reading) -> tuple[str, ...]:
    """Name the author, date, pictures and alternative texts that a post lacks."""
    post = reading.post
    blocks = list(walk_blocks(post.blocks))
    has_picture = any(map(picture_source, blocks))
    unknown = {"title": not post.title, "author": not post.author, NO_DATE: post.date is None, "image": not has_picture}
    lead = () if has_picture or not post.lead_image else (f"the page's lead image, {post.lead_image[:200]}",)
    alts = (f"alt text of {it.source[:100]}" for it in blocks if isinstance(it, Image) and it.alt is None)
    return (*(name for name, is_missing in unknown.items() if is_missing), *lead, *alts, *reading.missing)
