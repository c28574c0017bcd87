"""An issue → what its preview page shows, and when that has changed."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsletter.blocks import walk_blocks
from newsletter.content.issues import find_issue
from newsletter.errors import NewsletterError
from newsletter.model import PREVIEW_TOKEN, UNSUBSCRIBE_TOKEN, Image, Issue, Rendition, Video
from newsletter.preview.copies import copy_email
from newsletter.preview.page import Shown, write_page
from newsletter.rendering.fragments import address_of_image
from newsletter.rendering.shelves import shelves
from newsletter.transcript.reader import transcribe
from newsletter.workflows.issue_check import check_document, document_of
from newsletter.workflows.render import render_issue
from newsletter.workflows.rule_choice import choose_rules_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsletter.settings import Settings


def show_issue(issue: Issue, rendition: Rendition, settings: Settings) -> Shown:
    """Gather what the preview page of an issue shows; the link to unsubscribe opens nothing there."""
    document = document_of(issue, rendition, settings)
    findings = check_document(document, issue, rendition, settings, choose_rules_of(settings))
    pictures = dict(_pictures(issue, settings.newsletter.base_url))
    return Shown(
        rendition=without_token(rendition),
        transcript=transcribe(document.soup),
        copy=copy_email(document.html, document.soup, findings, pictures),
        findings=findings,
        sender=settings.sender.from_.partition("<")[0].strip() or settings.newsletter.name,
    )


def without_token(rendition: Rendition) -> Rendition:
    """Put what opens nothing in the place of the token that each sender replaces."""
    html, text = (part.replace(UNSUBSCRIBE_TOKEN, PREVIEW_TOKEN) for part in (rendition.html, rendition.text))
    return replace(rendition, html=html, text=text)


def _pictures(issue: Issue, base_url: str) -> Iterator[tuple[str, Path]]:
    for block in walk_blocks(issue.blocks):
        source = block.source if isinstance(block, Image) else block.poster if isinstance(block, Video) else ""
        if source:
            yield address_of_image(source, issue.slug, base_url), issue.folder / unquote(source)


class LivePreview:
    """The preview page of an issue as it is on disk right now; `name` None follows the newest issue.

    A mistake is shown above what was there before it. Several threads may ask at once.
    """

    def __init__(self, load_settings: Callable[[], Settings], name: str | None) -> None:
        """Keep how to read the settings, which may change too; raises nothing."""
        self._load_settings = load_settings
        self._name = name
        self._lock = threading.Lock()
        self._last: Shown | None = None
        self._page = ""
        self._page_version = ""

    def version(self) -> str:
        """Name the state of every file that the page depends on."""
        try:
            return _fingerprint(self._load_settings(), self._name)
        except NewsletterError as error:
            return hashlib.sha256(f"{error} {error.hint}".encode()).hexdigest()

    def page(self) -> str:
        """Write the page, once for each version."""
        with self._lock:
            version = self.version()
            if version != self._page_version:
                self._page, self._page_version = self._write(version), version
            return self._page

    def _write(self, version: str) -> str:
        mistake = None
        try:
            settings = self._load_settings()
            issue, rendition = render_issue(settings, self._name)
            self._last = show_issue(issue, rendition, settings)
        except NewsletterError as error:
            mistake = error
        return write_page(self._last, mistake=mistake, version=version)


def _fingerprint(settings: Settings, name: str | None) -> str:
    folders = [find_issue(settings.issues, name).parent, *shelves(settings.root)]
    named = [settings.file, *([settings.own_words] if settings.own_words else [])]
    files = [*named, *sorted(file for folder in folders for file in folder.rglob("*") if file.is_file())]
    states = []
    for file in files:
        try:
            state = file.stat()
        except FileNotFoundError:
            # Editors write a new file and move it into place.
            continue
        states.append(f"{file} {state.st_mtime_ns} {state.st_size}")
    return hashlib.sha256("\n".join(states).encode()).hexdigest()
