"""Writing several files so that readers find all of them or none."""

from __future__ import annotations

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
