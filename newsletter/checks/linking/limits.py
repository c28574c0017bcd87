"""How hard the web is asked: for how long, how often, and how much at once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsletter.hosts import find_addresses, is_public

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` for one request and the body that is read of it; at most `at_once` in all and `per_host` each host.

    A Retry-After is waited for up to `patience_seconds`. `look_up` finds the IP addresses of a host and port; all of
    them must be what `is_public` says is public, unless `allow_private`.
    """

    seconds: float = 10.0
    at_once: int = 64
    per_host: int = 6
    redirects: int = 10
    patience_seconds: float = 20.0
    pause_seconds: float = 0.5
    allow_private: bool = False
    look_up: Callable[[str, int], tuple[str, ...]] = find_addresses
    is_public: Callable[[str], bool] = is_public
    turns: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        """Make the turns that all hosts share."""
        object.__setattr__(self, "turns", asyncio.Semaphore(self.at_once))
