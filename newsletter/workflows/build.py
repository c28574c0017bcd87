"""Issues → build/<slug>/, for people to look at and for programs to pick up."""

from __future__ import annotations

import functools
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.content.issues import find_issue, list_issues, read_issue
from newsletter.errors import NewsletterError
from newsletter.files import write_folder
from newsletter.workflows.freshness import (
    RECORD,
    Record,
    digest_files,
    digest_folder,
    digest_inputs,
    read_fresh,
    write_record,
)
from newsletter.workflows.processes import map_in_processes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from newsletter.model import Issue, Rendition
    from newsletter.settings import Settings


@dataclass(frozen=True, slots=True)
class Build:
    """One issue, built: its own folder, the folder of its build, the bytes of its HTML, and how many seconds it took.

    It is not `is_new` where nothing had changed, and the build that was there was left alone.
    """

    source: Path
    folder: Path
    record: Record
    bytes: int
    seconds: float
    is_new: bool


@dataclass(frozen=True, slots=True)
class Failure:
    """An issue that could not be built, and why; what an earlier build left stays as it was."""

    slug: str
    error: NewsletterError


@dataclass(frozen=True, slots=True)
class Heaviness:
    """HTML that is near what Gmail shows, or `is_too_much`: how large it is and what takes the room."""

    message: str
    is_too_much: bool


def find_issues(settings: Settings, names: Sequence[str]) -> list[Path]:
    """Find the issue.md files that names mean, each once; the newest when none is named. Raises IssueError."""
    newest: list[str | None] = [None]
    found = [find_issue(settings.issues, name) for name in names or newest]
    return list({file.resolve(): file for file in found}.values())


def find_all_issues(settings: Settings) -> list[Path]:
    """Find every issue.md, oldest first. Raises IssueError where there is none."""
    return list_issues(settings.issues) or [find_issue(settings.issues)]


def build_issues(
    settings: Settings, files: Sequence[Path], *, jobs: int = 1, is_forced: bool = False
) -> Iterator[Build | Failure]:
    """Build each issue.md, in order, in so many processes (0: one on each core); `is_forced` also what is unchanged."""
    build = functools.partial(_try_to_build, settings=settings, is_forced=is_forced)
    yield from map_in_processes(build, files, jobs)


def build_issue(file: Path, settings: Settings, *, is_forced: bool = False) -> Build:
    """Build one issue.md, unless its build is there and still holds.

    Raises IssueError, LayoutError or SettingsError; what an earlier build left then stays as it was.
    """
    started = time.perf_counter()
    folder = settings.build / file.resolve().parent.name
    source = digest_folder(file.parent)
    record = None if is_forced else read_fresh(folder, file, source, settings)
    is_new = record is None
    if record is None:
        record = _render(file, source, folder, settings)
    size = (folder / "email.html").stat().st_size
    return Build(file.parent, folder, record, size, time.perf_counter() - started, is_new)


def find_heaviness(built: Build) -> Heaviness | None:
    """Say what takes the room in a build's HTML; None where it is far from what Gmail cuts off."""
    from newsletter.checks.weights import KB, LIMIT, NEAR, explain_weight

    if built.bytes < NEAR:
        return None
    room = explain_weight((built.folder / "email.html").read_text(encoding="utf-8"))
    size = f"{built.record.issue} has {built.bytes / KB:.0f} KB of HTML, and Gmail cuts it at {LIMIT // KB} KB."
    return Heaviness(f"{size} {room}", built.bytes > LIMIT)


def _try_to_build(file: Path, settings: Settings, *, is_forced: bool) -> Build | Failure:
    try:
        return build_issue(file, settings, is_forced=is_forced)
    except NewsletterError as error:
        return Failure(file.resolve().parent.name, error)


def _render(file: Path, source: str, folder: Path, settings: Settings) -> Record:
    # Loading what renders and checks costs more than all the rest of a build in which nothing has changed.
    from newsletter.rendering.render import render

    issue = read_issue(file, settings.newsletter.language)
    made_from = digest_inputs(file, source, issue.layout, settings)
    rendition = render(issue, settings)
    files = _files(issue, rendition, settings)
    record = Record(
        issue=issue.slug,
        subject=rendition.subject,
        preheader=rendition.preheader,
        language=rendition.language,
        layout=issue.layout,
        content_hash=rendition.content_hash,
        made_from=made_from,
        files=digest_files(files),
    )
    write_folder(folder, {**files, RECORD: write_record(record)})
    return record


def _files(issue: Issue, rendition: Rendition, settings: Settings) -> dict[str, bytes]:
    from newsletter.delivery.message import compose
    from newsletter.preview.page import write_page
    from newsletter.workflows.preview import show_issue

    shown = show_issue(issue, rendition, settings)
    return {
        "email.html": shown.rendition.html.encode(),
        "email.txt": shown.rendition.text.encode(),
        "email.eml": compose(rendition, settings).for_preview(),
        "index.html": write_page(shown).encode(),
    }
