"""Issues → build/<slug>/, for people to look at and for programs to pick up."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.delivery.message import compose
from newsletter.files import write_folder
from newsletter.preview.page import write_page
from newsletter.workflows.preview import show_issue
from newsletter.workflows.render import render_issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from newsletter.model import Issue, Rendition
    from newsletter.settings import Settings


@dataclass(frozen=True, slots=True)
class Build:
    """One issue, built: where it is, the bytes of its HTML, and how many seconds it took."""

    issue: Issue
    rendition: Rendition
    folder: Path
    bytes: int
    seconds: float


def build_issues(settings: Settings, names: Sequence[str]) -> Iterator[Build]:
    """Build each named issue, or the newest when none is named.

    Raises IssueError, LayoutError or SettingsError; what an earlier build left then stays as it was.
    """
    newest: list[str | None] = [None]
    for name in names or newest:
        yield _build(settings, name)


def _build(settings: Settings, name: str | None) -> Build:
    started = time.perf_counter()
    issue, rendition = render_issue(settings, name)
    folder = settings.build / issue.slug
    files = _files(issue, rendition, settings)
    write_folder(folder, files)
    return Build(issue, rendition, folder, len(files["email.html"]), time.perf_counter() - started)


def _files(issue: Issue, rendition: Rendition, settings: Settings) -> dict[str, bytes]:
    shown = show_issue(issue, rendition, settings)
    document = {
        "version": 1,
        "issue": issue.slug,
        "subject": rendition.subject,
        "preheader": rendition.preheader,
        "language": rendition.language,
        "layout": issue.layout,
        "content_hash": rendition.content_hash,
    }
    return {
        "email.html": shown.rendition.html.encode(),
        "email.txt": shown.rendition.text.encode(),
        "email.eml": compose(rendition, settings).for_preview(),
        "index.html": write_page(shown).encode(),
        "rendition.json": (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode(),
    }
