"""The entries of feeds, and which of them are in an issue already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.content.issues import read_used_posts
from newsletter.sources.entries import list_entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.settings import Settings
    from newsletter.sources.feeds import Entry
    from newsletter.sources.options import Options


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """An entry, its number in its feed (1 is the newest), and the slug of the issue that it is in; empty for none."""

    number: int
    entry: Entry
    issue: str


def list_all(settings: Settings, names: Sequence[str], options: Options) -> list[ListedEntry]:
    """List the entries of the feeds that `names` are. Raises SourceError where there is none."""
    listed = []
    used = read_used_posts(settings.issues)
    for name in names:
        for number, entry in enumerate(list_entries(name, options), 1):
            file = used.find(entry.url)
            listed.append(ListedEntry(number, entry, file.parent.name if file else ""))
    return listed
