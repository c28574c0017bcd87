"""By what angle an element is turned in its plane (CSS Transforms 1 and 2)."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEGREES = {"deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0, "": 1.0}
_NUMBER = r"[+-]?\d*\.?\d+(?:e[+-]?\d+)?"
_ANGLE = re.compile(rf"({_NUMBER})(deg|grad|rad|turn)", re.ASCII)
_FUNCTION = re.compile(r"(rotate|rotatez|rotate3d|matrix|matrix3d)\(([^()]*)\)")
_NUMBERS = re.compile(_NUMBER, re.ASCII)
# How many numbers each matrix has; the first two are the cosine and the sine of the turn, where nothing else is done.
_MATRICES = {"matrix": 6, "matrix3d": 16}


def turned_by(declared: Mapping[str, str]) -> float:
    """Add up in degrees, clockwise, what `rotate` and `transform` turn; other transformations count for nothing."""
    turns = [_read_angle(declared.get("rotate", ""))]
    turns += [_turn(name, inside) for name, inside in _FUNCTION.findall(declared.get("transform", "").lower())]
    return sum(turns)


def _turn(name: str, inside: str) -> float:
    if name not in _MATRICES:
        return _read_angle(inside)
    numbers = [float(it) for it in _NUMBERS.findall(inside)]
    return math.degrees(math.atan2(numbers[1], numbers[0])) if len(numbers) == _MATRICES[name] else 0.0


def _read_angle(value: str) -> float:
    """Read the angle of `90deg`, or of an axis and an angle, `0 0 1 90deg`; only turns around the z axis count."""
    found = _ANGLE.search(value.lower())
    if not found:
        return 0.0
    axis = [float(it) for it in _NUMBERS.findall(value[: found.start()])]
    if (len(axis) == len("xyz") and not axis[2]) or re.search(r"\b[xy]\b", value.lower()):
        return 0.0
    sign = -1 if len(axis) == len("xyz") and axis[2] < 0 else 1
    return sign * float(found[1]) * _DEGREES[found[2]]
