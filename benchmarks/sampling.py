"""Where the CPU time of a call goes: a look at the stack each millisecond."""

from __future__ import annotations

import signal
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import FrameType

SECONDS_BETWEEN = 0.001


def sample(run: Callable[[], object], times: int, steps: Mapping[str, str]) -> dict[str, float]:
    """Run something so many times: step → its share of the CPU time, the largest first.

    `steps` maps the beginnings of modules' names to steps; the innermost frame whose module has one decides.
    """
    found: Counter[str] = Counter()

    def look(_signal: int, frame: FrameType | None) -> None:
        found[_step_of(frame, steps)] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, SECONDS_BETWEEN, SECONDS_BETWEEN)
    try:
        for _ in range(times):
            run()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return {step: count / found.total() for step, count in found.most_common()}


def _step_of(frame: FrameType | None, steps: Mapping[str, str]) -> str:
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        if found := next((step for start, step in steps.items() if module.startswith(start)), ""):
            return found
        frame = frame.f_back
    return "other"
