"""A source that has been read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from newsletter.model import Reading


@dataclass(frozen=True, slots=True)
class Source:
    """A reading, where its relative pictures lie, the pictures that it holds itself, and the entry that it was."""

    reading: Reading
    folder: Path | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    guid: str = ""
