"""What there is to check below a folder: issues, emails and pages, and not what the program itself made of them."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from newsletter.checks.loading import EMAIL_ENDINGS, HTML_ENDINGS, MARKDOWN_ENDINGS
from newsletter.content.issues import FILE_NAME
from newsletter.decoding import take_mark
from newsletter.errors import TargetError
from newsletter.workflows.freshness import RECORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENDINGS = HTML_ENDINGS | EMAIL_ENDINGS | MARKDOWN_ENDINGS
# What tools bring with them and nobody here has written.
FOREIGN = frozenset({"node_modules", "site-packages"})
# How the pages of this program, a preview and a report, say what they are.
_OWN_PAGE = re.compile(rb'<meta name="generator" content="newsletter"')
HEAD_BYTES = 1024


def search_folder(folder: Path, outbox: Path) -> list[Path]:
    """List what is to be checked below `folder`: issue.md files, emails, pages.

    Left out are hidden folders, packages of other tools, copies for people in the `outbox`, previews and reports. A
    build counts as its email.eml, which holds all of it, and not at all where its issue.md is checked.
    """
    found = list(_walk(folder, outbox))
    issues = {file.parent.name for file in found if is_issue(file)}
    return [file for file in found if not _is_copy(file, issues)]


def is_issue(file: Path) -> bool:
    """Whether a file is an issue, and no page of documentation with that name."""
    with contextlib.suppress(OSError):
        return file.name == FILE_NAME and file.is_file() and take_mark(_read_head(file))[0].startswith(b"---")
    return False


def _walk(folder: Path, outbox: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(it for it in folders if _is_to_search(Path(root, it), outbox))
        yield from _list_files(Path(root), names)


def _refuse(error: OSError) -> NoReturn:
    message = f"Cannot read the folder: {error.strerror}."
    raise TargetError(message, hint="Check who may read it.", file=error.filename) from error


def _list_files(folder: Path, names: Sequence[str]) -> Iterator[Path]:
    files = sorted(folder / name for name in names)
    endings = EMAIL_ENDINGS if RECORD in names else ENDINGS
    # A pipe of that name would never end.
    yield from (file for file in files if file.suffix.lower() in endings and file.is_file())


def _is_to_search(folder: Path, outbox: Path) -> bool:
    is_hidden = folder.name.startswith(".")
    return not (is_hidden or folder.name in FOREIGN or folder.resolve() == outbox.resolve())


def _is_copy(file: Path, issues: set[str]) -> bool:
    """Whether a file was made by this program: from an issue that is checked, or as a page about an email."""
    if (file.parent / RECORD).is_file() and file.parent.name in issues:
        return True
    with contextlib.suppress(OSError):
        return file.suffix.lower() in HTML_ENDINGS and bool(_OWN_PAGE.search(_read_head(file)))
    return False


def _read_head(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(HEAD_BYTES)
