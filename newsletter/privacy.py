"""What holds addresses never enters Git."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from newsletter.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def refuse_inside_git(paths: Sequence[Path], pattern: Path, setting: str) -> None:
    """Let `paths` pass where Git would leave all of them alone: outside a work tree, or ignored.

    `pattern` is a path for .gitignore that covers them (it may end in `*`), `setting` what names another place.
    Raises DatabaseError where Git would pick one up, or where nobody can tell because git is missing or fails.
    """
    for path in paths:
        if is_in_reach_of_git(path):
            resolved, root = _in_work_tree(path)
            line = pattern.resolve().relative_to(root or resolved.parent).as_posix()
            hint = f"Add the line “/{line}” to {root}/.gitignore, or name a place outside the repository: {setting}."
            raise DatabaseError("Git would pick up this file, and it holds people's addresses.", hint=hint, file=path)


def is_in_reach_of_git(path: Path) -> bool:
    """Whether `path` lies in a Git work tree that does not, for certain, ignore it."""
    resolved, root = _in_work_tree(path)
    if root is None:
        return False
    git = shutil.which("git")
    if git is None:
        return True
    # Exit code 0: ignored; 1: not ignored, or tracked already; 128: git cannot tell.
    command = [git, "-C", str(root), "check-ignore", "--quiet", "--", str(resolved)]
    return subprocess.run(command, check=False, capture_output=True).returncode != 0  # noqa: S603 - no shell, own words


def _in_work_tree(path: Path) -> tuple[Path, Path | None]:
    """Follow links and `..`, and find the work tree around the path if there is one."""
    resolved = path.resolve()
    return resolved, next((folder for folder in resolved.parents if (folder / ".git").exists()), None)
