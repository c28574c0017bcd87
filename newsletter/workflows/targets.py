"""What people name on the command line → the things to check."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.checks.loading import EMAIL_ENDINGS, HTML_ENDINGS, MARKDOWN_ENDINGS, MAX_BYTES
from newsletter.content.issues import FILE_NAME, list_issues
from newsletter.errors import TargetError

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


def find_targets(names: Sequence[str]) -> list[Target]:
    """Say what names mean: issues (slug or folder), .html and .eml files, `-`, folders of them; none: the newest issue.

    Raises TargetError for a folder with nothing to check.
    """
    if not names:
        return [Target(NEWEST, is_issue=True)]
    return [target for name in names for target in _expand(name)]


def _expand(name: str) -> Iterator[Target]:
    path = Path(name)
    if name == STANDARD_INPUT:
        yield Target(name, is_issue=False, data=sys.stdin.buffer.read(MAX_BYTES + 1))
    elif path.suffix.lower() in HTML_ENDINGS | EMAIL_ENDINGS:
        yield Target(name, is_issue=False)
    elif path.suffix.lower() in MARKDOWN_ENDINGS and path.name != FILE_NAME and path.is_file():
        yield Target(name, is_issue=False, root=str(path.parent))
    elif not path.is_dir() or (path / FILE_NAME).is_file():
        # A file of any other kind is no issue; reading it says so, and the others are checked all the same.
        yield Target(name, is_issue=not path.is_file() or path.name == FILE_NAME)
    elif issues := [file for file in list_issues(path) if _has_front_matter(file)]:
        yield from (Target(str(file.parent), is_issue=True) for file in issues)
    else:
        endings = HTML_ENDINGS | EMAIL_ENDINGS | MARKDOWN_ENDINGS
        files = sorted(it for it in path.rglob("*") if it.suffix.lower() in endings)
        if not files:
            hint = "Name an issue, an .html or an .eml file, or a folder of them."
            raise TargetError("There is nothing to check in this folder.", hint=hint, file=path)
        yield from (Target(str(file), is_issue=False, root=name) for file in files)


def _has_front_matter(file: Path) -> bool:
    """Whether an issue.md is an issue, and no page of documentation with that name."""
    with contextlib.suppress(OSError), file.open("rb") as stream:
        return stream.read(8).removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    return False
