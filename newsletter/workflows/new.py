"""A source → an issue in issues/, and the report of what became of it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsletter.blocks import map_blocks, plain_text, walk_blocks
from newsletter.content.issues import FILE_NAME, write_issue
from newsletter.content.slugs import make_slug
from newsletter.model import Blocks, Guess, Image, Issue, Paragraph, Reading
from newsletter.sources.counting import count_blocks
from newsletter.sources.markdown import local_images
from newsletter.sources.reading import STANDARD_INPUT, read_post

if TYPE_CHECKING:
    from newsletter.model import Block
    from newsletter.settings import Settings

# Mail programs show about this much of a preheader beside the subject.
PREHEADER_CHARACTERS = range(40, 111)


@dataclass(frozen=True, slots=True)
class NewReport:
    """What `new` made: the issue, what its source held, and how much of each kind the issue holds."""

    issue: Issue
    reading: Reading
    kept: dict[str, int]
    guesses: tuple[Guess, ...]
    missing: tuple[str, ...]


def new_issue(settings: Settings, source: str, *, overwrite: bool = False) -> NewReport:
    """Write an issue from `source`.

    The issue's date is today's: the day of the letter, not of the post. Raises SourceError, or IssueError where the
    issue is there already and `overwrite` is false.
    """
    reading = read_post(source)
    folder = Path.cwd() if source == STANDARD_INPUT else Path(source).resolve().parent
    found, gone = local_images(reading.post, folder)
    names = {old: unquote(PurePosixPath(old).name) for old in found}
    issue = _make_issue(settings, reading, names)
    write_issue(issue, {names[old]: file for old, file in found.items()}, overwrite=overwrite)
    guesses = (*reading.guesses, Guess("the subject", issue.subject), Guess("the preheader", issue.preheader))
    missing = (*_missing(reading), *(f"file of image {name}" for name in gone))
    return NewReport(issue, reading, count_blocks(issue.blocks), guesses, missing)


def _make_issue(settings: Settings, reading: Reading, names: dict[str, str]) -> Issue:
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
        layout="letter",
        blocks=map_blocks(post.blocks, lambda block: _rename(block, names)),
        date=today,
        author=post.author,
        source=post.url,
    )


def propose_preheader(summary: str, blocks: Blocks) -> str:
    """Propose the line that stands beside the subject in an inbox, from a post's summary or its first sentences.

    Whole sentences where they fit into 40 to 110 characters, else words up to there and an ellipsis.
    """
    paragraphs = (plain_text(block.content) for block in blocks if isinstance(block, Paragraph))
    words = summary or " ".join(paragraphs)
    short = range(PREHEADER_CHARACTERS.stop)
    proposal = ""
    for sentence in re.split(r"(?<=[.!?…])\s+", words.strip()):
        if proposal and (len(proposal) >= PREHEADER_CHARACTERS.start or len(proposal) + len(sentence) + 1 not in short):
            break
        proposal = f"{proposal} {sentence}".strip()
    if len(proposal) < PREHEADER_CHARACTERS.stop:
        return proposal
    return proposal[: PREHEADER_CHARACTERS.stop - 1].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"


def _rename(block: Block, names: dict[str, str]) -> Block:
    """Point an image at its copy beside issue.md."""
    if isinstance(block, Image):
        return replace(block, source=names.get(block.source, block.source))
    return block


def _missing(reading: Reading) -> tuple[str, ...]:
    """Name what the source does not say, so that nobody takes it for said."""
    post = reading.post
    images = [block for block in walk_blocks(post.blocks) if isinstance(block, Image)]
    unknown = {"author": not post.author, "date": post.date is None, "image": not images}
    alts = tuple(f"alt text of {image.source}" for image in images if image.alt is None)
    return (*(name for name, is_missing in unknown.items() if is_missing), *alts, *reading.missing)
