"""Running commands and reading what they cost."""

from __future__ import annotations

import resource
import statistics
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds on the clock, and seconds of CPU (user and system, children included)."""

    wall: float
    cpu: float


def run_command(command: Sequence[str], folder: Path) -> Cost:
    """Run one command in `folder` and measure it. Raises CalledProcessError with its output where it fails."""
    before, started = _children_cpu(), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return Cost(time.perf_counter() - started, _children_cpu() - before)


def measure_call(run: Callable[[], object]) -> Cost:
    """Call something in this process and measure it."""
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def take_turns(runs: Sequence[Callable[[], Cost]], times: int) -> list[Cost]:
    """Run each in turn, `times` times, so that a slow moment of the machine hits all; medians come back in order."""
    costs: list[list[Cost]] = [[] for _ in runs]
    for _ in range(times):
        for run, found in zip(runs, costs, strict=True):
            found.append(run())
    return [
        Cost(statistics.median(it.wall for it in found), statistics.median(it.cpu for it in found)) for found in costs
    ]
