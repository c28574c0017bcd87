"""Whether the build of an issue still holds, so that it need not be made again.

`rendition.json` in the folder of a build says what it was made from, as one digest, and what was made, as a digest of
each file. A build is fresh while both are as they were. Nothing that is built depends on the day, and the folder of a
build is put in place whole: an interrupted build leaves no folder that says it is fresh.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from newsletter.paths import shorten_path
from newsletter.rendering.shelves import PACKAGE, layout_folders

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsletter.settings import Settings

RECORD = "rendition.json"
# What no file of a build shows: where the newsletter lies on this machine, and what only `send` and `check` read.
_UNSEEN_SETTINGS = {"root", "links", "ses", "storage"}


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What rendition.json says: a rendition without its contents, what it was made from, and the files beside it."""

    version: int = 1
    issue: str
    subject: str
    preheader: str
    language: str
    layout: str
    content_hash: str
    made_from: str
    files: dict[str, str]


def digest_folder(folder: Path) -> str:
    """Digest the names and the bytes of all files below a folder (SHA-256); of one that is not there, nothing."""
    digest = hashlib.sha256()
    for file in sorted(_files_below(folder)):
        digest.update(os.fsencode(file.removeprefix(str(folder))) + b"\0" + digest_file(file).encode())
    return digest.hexdigest()


def digest_file(file: Path | str) -> str:
    """Digest the bytes of a file; empty where there is none that can be read."""
    try:
        with open(file, "rb", buffering=0) as stream:  # noqa: PTH123 - a path takes longer to make than its file to read
            return hashlib.sha256(stream.readall()).hexdigest()
    except OSError:
        # Editors write a new file and move it into place; and who needs a file says best why it cannot be read.
        return ""


def digest_inputs(issue: Path, source: str, layout: str, settings: Settings) -> str:
    """Digest everything that a build of an issue.md depends on.

    `source` is the digest of its folder, taken before it was read: what changes meanwhile shows at the next build.
    """
    seen = {name: part for name, part in msgspec.structs.asdict(settings).items() if name not in _UNSEEN_SETTINGS}
    parts = [
        _digest_program(),
        source,
        # As findings name the file, from the current folder.
        shorten_path(issue),
        *map(digest_folder, layout_folders(settings.root, layout)),
        digest_file(settings.own_words) if settings.own_words else "",
        msgspec.json.encode(seen).decode(),
    ]
    return hashlib.sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest()


def read_fresh(folder: Path, issue: Path, source: str, settings: Settings) -> Record | None:
    """Read the record of a build that still holds; None where there is none, or anything has changed."""
    try:
        record = msgspec.json.decode((folder / RECORD).read_bytes(), type=Record)
    except (OSError, ValueError):
        return None
    if any(digest_file(folder / name) != digest for name, digest in record.files.items()):
        return None
    return record if record.made_from == digest_inputs(issue, source, record.layout, settings) else None


def write_record(record: Record) -> bytes:
    """Write a record as rendition.json holds it."""
    return (json.dumps(msgspec.structs.asdict(record), ensure_ascii=False, indent=2) + "\n").encode()


def digest_files(files: Mapping[str, bytes]) -> dict[str, str]:
    """Digest each of several files that are still to be written."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


@functools.cache
def _digest_program() -> str:
    """Digest the program and the names, with versions, of the libraries that it may use."""
    libraries = sorted(entry.name for folder in sys.path for entry in Path(folder).glob("*.dist-info"))
    return "\n".join([sys.version, *libraries, digest_folder(PACKAGE)])


def _files_below(folder: Path) -> Iterator[str]:
    for directory, _, names in os.walk(folder, followlinks=True):
        yield from (f"{directory}{os.sep}{name}" for name in names if not name.endswith(".pyc"))
