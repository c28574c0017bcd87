"""What holds addresses never enters Git."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from newsletter.errors import DatabaseError

if TYPE_CHECKING:
    from pathlib import Path


def refuse_inside_git(path: Path) -> None:
    """Let `path` pass if Git would leave it alone: outside a work tree, or ignored.

    Raises DatabaseError where Git would pick it up, or where nobody can tell because git is not installed.
    """
    root = next((folder for folder in path.parents if (folder / ".git").exists()), None)
    if root is None or _is_ignored(path, root):
        return
    line = path.relative_to(root).as_posix()
    hint = f"Add the line “/{line}*” to {root / '.gitignore'}, or keep it outside the repository ([storage] database)."
    raise DatabaseError("Git would pick up this file, and it holds people's addresses.", hint=hint, file=path)


def _is_ignored(path: Path, root: Path) -> bool:
    git = shutil.which("git")
    if git is None:
        return False
    # Exit code 0: ignored; 1: not ignored, or tracked already.
    command = [git, "-C", str(root), "check-ignore", "--quiet", str(path)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0  # noqa: S603 - no shell, own words
