"""Sources → an issue in issues/, and the report of what became of them."""

from __future__ import annotations

import datetime
import re
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsletter.blocks import plain_text, walk_blocks
from newsletter.content.issues import FILE_NAME, find_source, write_issue
from newsletter.content.slugs import make_slug
from newsletter.errors import IssueError, SourceError
from newsletter.model import Guess, Heading, Image, Issue, Paragraph
from newsletter.sources.counting import count_blocks
from newsletter.sources.digest import make_digest
from newsletter.sources.fetching import Fetcher
from newsletter.sources.files import read_bytes
from newsletter.sources.outline import settle_levels
from newsletter.sources.pictures import Picture, gather_pictures, picture_source, replace_pictures
from newsletter.sources.reading import read_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from newsletter.model import Block, Blocks, Reading
    from newsletter.settings import Settings
    from newsletter.sources.options import Options
    from newsletter.sources.source import Source

# Mail programs show about this much of a preheader beside the subject.
PREHEADER_CHARACTERS = range(40, 111)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How an issue is to be made: over an earlier one, of whole posts, with its pictures, asking about headings."""

    overwrite: bool = False
    is_full: bool = False
    with_pictures: bool = True
    accept_heading: Callable[[Guess], bool] | None = None


@dataclass(frozen=True, slots=True)
class NewReport:
    """What `new` made: the issue, what its source held, and how much of each kind the issue holds."""

    issue: Issue
    reading: Reading
    kept: dict[str, int]
    guesses: tuple[Guess, ...]
    missing: tuple[str, ...]


@dataclass(slots=True)
class NewJob:
    """An issue in the making: iterate over `gather` to fetch its pictures, then `write`; nothing is written before."""

    settings: Settings
    sources: Sequence[Source]
    reading: Reading
    options: Options
    wishes: Wishes
    pictures: dict[str, Picture] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def gather(self) -> Iterator[str]:
        """Fetch and prepare the pictures; yield the source of each."""
        if not self.wishes.with_pictures:
            return
        with ExitStack() as stack:
            fetcher = stack.enter_context(Fetcher(allow_private=self.options.allow_private))
            found = gather_pictures(self.reading.post.blocks, lambda source: self._read_picture(source, fetcher))
            for source, picture in found:
                yield source
                if isinstance(picture, Picture):
                    self.pictures[source] = picture
                else:
                    self.problems.append(f"image {source[:100]}: {picture.message}")

    def write(self) -> NewReport:
        """Write the issue. Raises IssueError where one of that name is there and was not to be written over."""
        names = {source: picture.name for source, picture in self.pictures.items()}
        post = replace(self.reading.post, blocks=replace_pictures(self.reading.post.blocks, names))
        reading = replace(self.reading, post=post)
        issue = make_issue(self.settings, reading, "letter" if len(self.sources) == 1 else "digest")
        write_issue(issue, {it.name: it.data for it in self.pictures.values()}, overwrite=self.wishes.overwrite)
        guesses = (*reading.guesses, Guess("the subject", issue.subject), Guess("the preheader", issue.preheader))
        missing = (*_missing(reading), *self.problems)
        return NewReport(issue, reading, count_blocks(issue.blocks), guesses, missing)

    def _read_picture(self, source: str, fetcher: Fetcher) -> bytes:
        """Read a picture that a source holds itself, that lies beside it, or that is on the web."""
        for origin in self.sources:
            if source in origin.pictures:
                return origin.pictures[source]
        if re.match(r"https?://", source):
            return fetcher.fetch(source).data
        for origin in self.sources:
            if origin.folder and (file := _beside(origin.folder, source)).is_file():
                return read_bytes(file)
        raise SourceError("There is no such file.", hint="Put it beside the source.", file=source)


def start_issue(settings: Settings, names: Sequence[str], options: Options, wishes: Wishes) -> NewJob:
    """Read the sources. Several posts become a digest.

    Raises SourceError, or IssueError where a post has been used in an issue already and is not to be used again.
    """
    sources = [source for name in names for source in read_sources(name, options)]
    if not wishes.overwrite:
        for source in sources:
            _refuse_used(settings, source)
    readings = [_ask_headings(source.reading, wishes.accept_heading) for source in sources]
    reading = readings[0] if len(readings) == 1 else make_digest(readings, is_full=wishes.is_full)
    return NewJob(settings, sources, reading, options, wishes)


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


def _refuse_used(settings: Settings, source: Source) -> None:
    url = source.reading.post.url
    if url and (file := find_source(settings.issues, url)):
        hint = "Take it all the same with --force, or choose another entry with --list and --entry."
        raise IssueError(f"This post is in an issue already: {file.parent.name}.", hint=hint, file=url)


def _ask_headings(reading: Reading, accept: Callable[[Guess], bool] | None) -> Reading:
    """Let a person accept or undo each guessed heading; one that is undone becomes a paragraph."""
    if accept is None:
        return reading
    guessed = [guess for guess in reading.guesses if guess.what == "a heading"]
    undone = {guess.line for guess in guessed if not accept(guess)}

    def settle(block: Block) -> Block:
        is_undone = isinstance(block, Heading) and block.line in undone
        return Paragraph(block.content, block.line) if isinstance(block, Heading) and is_undone else block

    blocks = settle_levels(tuple(settle(block) for block in reading.post.blocks))
    guesses = tuple(guess for guess in reading.guesses if guess not in guessed)
    return replace(reading, post=replace(reading.post, blocks=blocks), guesses=guesses)


def _beside(folder: Path, source: str) -> Path:
    """Name the file of a relative source; never one outside the source's folder."""
    file = (folder / unquote(source)).resolve()
    return file if file.is_relative_to(folder.resolve()) else folder / "outside"


def _missing(reading: Reading) -> tuple[str, ...]:
    """Name what the source does not say, so that nobody takes it for said."""
    post = reading.post
    images = [block for block in walk_blocks(post.blocks) if isinstance(block, Image)]
    has_picture = any(picture_source(block) for block in walk_blocks(post.blocks))
    unknown = {"author": not post.author, "date": post.date is None, "image": not has_picture}
    lead = () if has_picture or not post.lead_image else (f"the page's lead image, {post.lead_image[:200]}",)
    alts = tuple(f"alt text of {image.source[:100]}" for image in images if image.alt is None)
    return (*(name for name, is_missing in unknown.items() if is_missing), *lead, *alts, *reading.missing)
