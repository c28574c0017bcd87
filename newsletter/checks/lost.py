"""What the source of an email has and its tree does not show, because parsers drop or mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag


@dataclass(slots=True)
class Lost:
    """What was lost while one tree was built.

    `repeated` are the elements on which an attribute came again with another value, with its name; `nested` are the ids
    (as of `id()`) of links that began inside another. `drawn` is from where to where the source may hold drawings for
    Outlook, in characters; most stand in comments.
    """

    repeated: list[tuple[Tag, str]] = field(default_factory=list)
    nested: set[int] = field(default_factory=set)
    drawn: tuple[int, int] | None = None


def lost_in(soup: BeautifulSoup) -> Lost:
    """Say what was lost when a soup was built."""
    lost = soup.__dict__.get("lost")
    return lost if isinstance(lost, Lost) else Lost()
