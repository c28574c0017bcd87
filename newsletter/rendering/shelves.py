"""The folders that a layout's files are looked for in."""

from __future__ import annotations

from pathlib import Path

BASE = "base"
PACKAGE = Path(__file__).resolve().parent.parent


def packaged_layouts() -> Path:
    """The layouts that come with the program: inside an installed package, beside it in a checkout."""
    inside = PACKAGE / "layouts"
    return inside if inside.is_dir() else PACKAGE.parent / "layouts"


def shelves(root: Path) -> tuple[Path, ...]:
    """The folders of layouts, the newsletter's own before those that come with the program."""
    return (root / "layouts", packaged_layouts())


def layout_folders(root: Path, name: str) -> tuple[Path, ...]:
    """The folders that the files of one layout come from; the first that has a file wins."""
    return tuple(shelf / folder for folder in (name, BASE) for shelf in shelves(root))
