"""What a viewport allows: how browsers read the content of its meta element (CSS Device Adaptation 1, section 9)."""

from __future__ import annotations

import re

_PAIR = re.compile(r"([^\s,;=]+)\s*=\s*([^\s,;=]+)")
_NUMBER = re.compile(r"[+-]?\d*\.?\d+", re.ASCII)
_MIN_ZOOM = 2.0
_DEVICE = frozenset({"device-width", "device-height"})


def forbidding_parts(content: str) -> frozenset[str]:
    """Name the parts of a content that keep readers from zooming to 200%; of a part given twice the last counts."""
    said = {name.lower(): value.lower() for name, value in _PAIR.findall(content)}
    found = set()
    if _is_fixed(said.get("user-scalable", "yes")):
        found.add("user-scalable")
    if "maximum-scale" in said and 0 <= _limit(said["maximum-scale"]) < _MIN_ZOOM:
        found.add("maximum-scale")
    return frozenset(found)


def let_zoom(content: str) -> str:
    """Take out what forbids zooming, and leave the rest as it is written."""
    for name in forbidding_parts(content):
        content = re.sub(rf"(?:^|[\s,;]+){name}\s*=\s*[^\s,;=]+", "", content, flags=re.IGNORECASE)
    return content.strip(" ,;\t\r\n") or "width=device-width"


def _is_fixed(scalable: str) -> bool:
    number = _NUMBER.match(scalable)
    return scalable not in {"yes", *_DEVICE} and (number is None or abs(float(number[0])) < 1)


def _limit(scale: str) -> float:
    """Give the largest zoom: a word means 0, which browsers raise to 0.1; what is negative is ignored."""
    if scale in _DEVICE:
        return _MIN_ZOOM
    number = _NUMBER.match(scale)
    if scale == "yes":
        return 1.0
    return 0.1 if number is None else float(number[0])
