"""A reading → an issue as a draft: its name, subject and preheader proposed."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from newsletter.blocks import plain_text
from newsletter.content.issues import FILE_NAME
from newsletter.content.slugs import make_slug
from newsletter.model import Issue, Paragraph

if TYPE_CHECKING:
    from newsletter.model import Blocks, Reading
    from newsletter.settings import Settings

# Mail programs show about this much of a preheader beside the subject.
PREHEADER_CHARACTERS = range(40, 111)


def make_issue(settings: Settings, reading: Reading, layout: str = "letter") -> Issue:
    """Make an issue of a reading. Its date is today's: the day of the letter, not of the post."""
    post = reading.post
    # The day in the writer's own time zone is the one that she means.
    today = datetime.datetime.now().astimezone().date()
    slug = make_slug(post.title, today)
    return Issue(
        slug=slug,
        file=settings.issues / slug / FILE_NAME,
        title=post.title,
        subject=post.title,
        preheader=propose_preheader(post.summary, post.blocks),
        language=post.language or settings.newsletter.language,
        layout=layout,
        blocks=post.blocks,
        date=today,
        author=post.author,
        source=post.url,
    )


def propose_preheader(summary: str, blocks: Blocks) -> str:
    """Propose the line that stands beside the subject in an inbox, from a post's summary or its first sentences.

    Whole sentences where they fit into 40 to 110 characters, else words up to there and an ellipsis.
    """
    paragraphs = (plain_text(block.content) for block in blocks if isinstance(block, Paragraph))
    words = " ".join((summary or " ".join(paragraphs)).split())
    short = range(PREHEADER_CHARACTERS.stop)
    proposal = ""
    for sentence in re.split(r"(?<=[.!?…])\s+", words):
        if proposal and (len(proposal) >= PREHEADER_CHARACTERS.start or len(proposal) + len(sentence) + 1 not in short):
            break
        proposal = f"{proposal} {sentence}".strip()
    if len(proposal) < PREHEADER_CHARACTERS.stop:
        return proposal
    return proposal[: PREHEADER_CHARACTERS.stop - 1].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"
