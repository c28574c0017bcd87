"""Writing files so that readers find all of them or none, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
MAKE_ROOM = "Make room on the disk, and run it again."


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Turn what the system answers to writing into a WriteError that names `place`."""
    try:
        yield
    except OSError as error:
        hint = MAKE_ROOM if error.errno in FULL else "Choose a place where you may write, or look who may write there."
        raise WriteError(f"Cannot write it: {error.strerror}.", hint=hint, file=place) from error


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put a folder with just these files in the place of `folder`; the old one goes after the new one stands.

    Raises WriteError; the old one then stays.
    """
    with writing(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as scratch:
            draft, old = Path(scratch, "new"), Path(scratch, "old")
            draft.mkdir()
            for name, data in files.items():
                (draft / name).write_bytes(data)
            if folder.exists():
                folder.rename(old)
            draft.rename(folder)


def write_file(file: Path, data: bytes) -> None:
    """Put a file in the place of `file` in one step; who may read the old one may read the new one.

    Raises WriteError; the old one then stays.
    """
    with writing(file):
        _replace(file, data)


def _replace(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    # A link stays a link: what it leads to is replaced.
    file = file.resolve()
    handle, draft = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        if file.exists():
            shutil.copymode(file, draft)
        else:
            umask = os.umask(0)
            os.umask(umask)
            Path(draft).chmod(0o666 & ~umask)
        Path(draft).replace(file)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
