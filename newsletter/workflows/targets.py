"""What people name on the command line → the things to check."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.checks.loading import EMAIL_ENDINGS, HTML_ENDINGS, MARKDOWN_ENDINGS, MAX_BYTES, WHAT_TO_NAME
from newsletter.content.issues import FILE_NAME, list_issues
from newsletter.errors import TargetError
from newsletter.workflows.folders import is_issue, search_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "<stdin>"
NEWEST = ""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to check: a file, standard input (`-`), or an issue (`NEWEST`: the newest)."""

    name: str
    is_issue: bool
    root: str = ""
    """The folder that was named, for a page found in it: its relative links lead to files there."""
    data: bytes = b""
    """What came on standard input: it can be read once only."""

    @property
    def is_markdown(self) -> bool:
        """Whether it is a page of Markdown: of these only the links are asked, as no mail program shows them."""
        return not self.is_issue and Path(self.name).suffix.lower() in MARKDOWN_ENDINGS


def find_targets(names: Sequence[str], outbox: Path) -> list[Target]:
    """Say what names mean: issues (slug or folder), .html, .eml and .md files, `-`, folders of them; none: the newest.

    Of a folder, the copies in the `outbox` are left out. Raises TargetError for a folder with nothing to check.
    """
    if not names:
        return [Target(NEWEST, is_issue=True)]
    return [target for name in names for target in _expand(name, outbox)]


def _expand(name: str, outbox: Path) -> Iterator[Target]:
    path = Path(name)
    if name == STANDARD_INPUT:
        yield Target(name, is_issue=False, data=sys.stdin.buffer.read(MAX_BYTES + 1))
    elif path.is_dir() and not (path / FILE_NAME).is_file():
        yield from _search(path, name, outbox)
    elif path.suffix.lower() in HTML_ENDINGS | EMAIL_ENDINGS:
        yield Target(name, is_issue=False)
    elif path.suffix.lower() in MARKDOWN_ENDINGS and path.name != FILE_NAME and path.is_file():
        yield Target(name, is_issue=False, root=str(path.parent))
    else:
        # A file of any other kind, or one that is missing, is no issue; reading it says so, and the others are checked
        # all the same.
        is_file = path.is_file() or (bool(path.suffix) and not path.exists())
        yield Target(name, is_issue=not is_file or path.name == FILE_NAME)


def _search(folder: Path, name: str, outbox: Path) -> Iterator[Target]:
    """Look for what is to be checked in a folder: its issues, or else in all that is below it."""
    issues = [file for file in list_issues(folder) if is_issue(file)]
    found = issues or list(search_folder(folder, outbox))
    if not found:
        raise TargetError("There is nothing to check in this folder.", hint=WHAT_TO_NAME, file=folder)
    for file in found:
        is_one = is_issue(file)
        yield Target(str(file.parent if is_one else file), is_one, root="" if is_one else name)
