"""What a person may ask of reading a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True, slots=True)
class Options:
    """Which entry of a feed; what to keep and drop by its first words; whether private addresses may be fetched."""

    entry: str = ""
    since: datetime.date | None = None
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    allow_private: bool = False

    @property
    def wants_feed(self) -> bool:
        """Whether a person asks for entries of a feed, so that a page means the feed that it names."""
        return bool(self.entry or self.since)
