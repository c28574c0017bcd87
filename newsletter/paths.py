"""How files are named to people."""

from __future__ import annotations

from pathlib import Path


def shorten_path(path: Path) -> str:
    """Name a file as seen from the current folder, where it is below it."""
    here, there = Path.cwd(), path.absolute()
    return str(there.relative_to(here)) if there.is_relative_to(here) else str(path)
