"""Who has an issue and who has not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.content.issues import find_issue
from newsletter.storage.database import open_database, reading
from newsletter.storage.deliveries import count_states, count_without_delivery

if TYPE_CHECKING:
    from newsletter.model import DeliveryState
    from newsletter.settings import Settings


@dataclass(frozen=True, slots=True)
class Status:
    """The deliveries of an issue by state, and how many recipients have none yet. The states add up to the list."""

    issue: str
    states: dict[DeliveryState, int]
    waiting: int

    @property
    def recipients(self) -> int:
        """Everybody who has a delivery of the issue."""
        return sum(self.states.values())


def read_status(settings: Settings, name: str | None) -> Status:
    """Count the deliveries of the issue that `name` means; None means the newest."""
    slug = find_issue(settings.issues, name).resolve().parent.name
    with open_database(settings.database) as engine, reading(engine) as connection:
        return Status(slug, count_states(connection, slug), count_without_delivery(connection, slug))
