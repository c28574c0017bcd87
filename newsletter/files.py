"""Writing files so that readers find all of them or none, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put a folder with just these files in the place of `folder`; the old one goes after the new one stands."""
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
    """Put a file in the place of `file` in one step; who may read the old one may read the new one."""
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
