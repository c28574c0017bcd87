"""One function over many things, in several processes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")


def map_in_processes(function: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Iterator[Result]:
    """Yield what a function makes of each item, in order, in so many processes; 0 for one on each core.

    What it raises is raised here, and ends the others.
    """
    jobs = min(jobs or _count_cores(), len(items))
    if jobs <= 1:
        yield from map(function, items)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(function, items, chunksize=max(1, min(16, len(items) // (4 * jobs))))


def _count_cores() -> int:
    """Count the cores that this process may use, which in a container are not all."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
