"""Questions that several readers ask of an element."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag


def classes_of(element: Tag) -> str:
    """Give an element's classes as one string; empty where it has none."""
    classes = element.get("class")
    return " ".join(map(str, classes)) if isinstance(classes, list) else str(classes or "")
