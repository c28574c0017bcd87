"""Sources → an issue in issues/, and the report of what became of them."""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsletter.blocks import words_of
from newsletter.checks.tongues.telling import tell_other_code
from newsletter.content.issues import read_used_posts, refuse_existing, write_issue
from newsletter.errors import IssueError, SourceError
from newsletter.languages import primary_language
from newsletter.model import Dropped, Guess, Issue
from newsletter.sources.counting import count_blocks
from newsletter.sources.digest import make_digest
from newsletter.sources.fetching import Fetcher
from newsletter.sources.gaps import name_gaps
from newsletter.sources.pictures import Picture, gather_pictures, replace_pictures
from newsletter.sources.reading import read_sources
from newsletter.sources.source import Source, read_beside
from newsletter.sources.wishes import ask_headings, unmet_wishes
from newsletter.workflows.draft import make_issue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsletter.model import Reading
    from newsletter.settings import Settings
    from newsletter.sources.options import Options


@dataclass(frozen=True, slots=True)
class Wishes:
    """How an issue is to be made: over an earlier one, of whole posts, with its pictures, asking about headings."""

    overwrite: bool = False
    is_full: bool = False
    with_pictures: bool = True
    accept_heading: Callable[[Guess], bool] | None = None


@dataclass(frozen=True, slots=True)
class NewReport:
    """What `new` made: the issue, what its source held, and how much of each kind the issue holds.

    `failed` says which entries of a feed could not be read.
    """

    issue: Issue
    reading: Reading
    kept: dict[str, int]
    guesses: tuple[Guess, ...]
    missing: tuple[str, ...]
    failed: Sequence[SourceError]


@dataclass(slots=True)
class NewJob:
    """An issue in the making: iterate over `gather` to fetch its pictures, then `write`; nothing is written before."""

    settings: Settings
    sources: Sequence[Source]
    reading: Reading
    options: Options
    wishes: Wishes
    failed: Sequence[SourceError] = ()
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
        issue = make_issue(self.settings, reading, self._layout)
        write_issue(issue, {it.name: it.data for it in self.pictures.values()}, overwrite=self.wishes.overwrite)
        made = (Guess("the subject", issue.subject), Guess("the preheader", issue.preheader))
        guesses = (*reading.guesses, *(guess for guess in made if guess.words))
        missing = (*name_gaps(reading), *self.problems)
        return NewReport(issue, reading, count_blocks(issue.blocks), guesses, missing, self.failed)

    def _read_picture(self, source: str, fetcher: Fetcher) -> bytes:
        """Read a picture that a source holds itself, that lies beside it, or that is on the web."""
        for origin in self.sources:
            if source in origin.pictures:
                return origin.pictures[source]
        return fetcher.fetch(source).data if re.match(r"https?://", source) else read_beside(self.sources, source)

    @property
    def _layout(self) -> str:
        return "letter" if len(self.sources) == 1 else "digest"


def start_issue(settings: Settings, names: Sequence[str], options: Options, wishes: Wishes) -> NewJob:
    """Read the sources. Several posts become a digest.

    Raises SourceError, or IssueError where there is an issue of that name, or of that post, that is not to be written
    over. Of a feed's entries since a day, those that are in an issue already or cannot be read are left out and named.
    """
    found = [source for name in names for source in read_sources(name, options)]
    failed = [source for source in found if isinstance(source, SourceError)]
    sources = [source for source in found if isinstance(source, Source)]
    if not sources:
        raise failed[0]
    used: tuple[Dropped, ...] = ()
    if not wishes.overwrite:
        sources, used = _leave_out_used(settings, sources, is_many=options.since is not None)
    readings = [source.reading for source in sources]
    reading = readings[0] if len(readings) == 1 else make_digest(readings, is_full=wishes.is_full)
    warnings = (*reading.warnings, *unmet_wishes(readings, options.keep, options.drop))
    reading = replace(reading, dropped=(*used, *reading.dropped), warnings=warnings)
    reading = _tell_language(reading, settings)
    if not wishes.overwrite:
        refuse_existing(make_issue(settings, reading).folder)
    if wishes.accept_heading:
        reading = ask_headings(reading, wishes.accept_heading)
    return NewJob(settings, sources, reading, options, wishes, failed)


def _tell_language(reading: Reading, settings: Settings) -> Reading:
    """Guess the language of a post that states none, where its words are surely not in the newsletter's."""
    if reading.post.language:
        return reading
    words = " ".join(words_of(block) for block in reading.post.blocks)
    code = tell_other_code(words, primary_language(settings.newsletter.language))
    if not code:
        return reading
    guesses = (*reading.guesses, Guess("the language", code))
    return replace(reading, post=replace(reading.post, language=code), guesses=guesses)


def _leave_out_used(
    settings: Settings, sources: Sequence[Source], *, is_many: bool
) -> tuple[list[Source], tuple[Dropped, ...]]:
    """Leave out the posts that are in an issue; raise IssueError for one of them, or where none is left of many."""
    if not any(source.reading.post.url for source in sources):
        return list(sources), ()
    fresh: list[Source] = []
    used: list[Dropped] = []
    in_issues = read_used_posts(settings.issues)
    slugs: set[str] = set()
    for source in sources:
        url = source.reading.post.url
        file = in_issues.find(url)
        if file is None:
            fresh.append(source)
            continue
        slugs.add(file.parent.name)
        used.append(Dropped(source.reading.post.title, f"in an issue already: {file.parent.name}"))
        if not is_many:
            hint = "Take it all the same with --force, or choose another entry with --list and --entry."
            raise IssueError(f"This post is in an issue already: {file.parent.name}.", hint=hint, file=url)
    if not fresh:
        names = ", ".join(sorted(slugs))
        hint = "Take them all the same with --force."
        raise IssueError(f"All of these posts are in issues already: {names}.", hint=hint)
    return fresh, tuple(used)
