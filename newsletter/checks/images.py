"""What can be told of an image without looking at it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

MAX_PIXEL = 3
# File names of pictures that make room or draw a line.
SPACER = re.compile(r"(?:^|[/_.-])(?:spacer|pixel|blank|clear|transparent|shim|1x1)(?:[_.-]|$)", re.IGNORECASE)
LINE = re.compile(r"(?:^|[/_.-])(?:divider|separator|border|line|rule|shadow|ornament)\d*(?:[_.-]|$)", re.IGNORECASE)
_SIZE = r"(?:^|;)\s*(?:max-)?{}\s*:\s*(\d+)(?:px)?\s*(?:!important\s*)?(?:;|$)"


def size(image: Tag, side: str) -> int | None:
    """Give the width or the height that attributes or the style attribute state, in CSS pixels."""
    styled = re.search(_SIZE.format(side), str(image.get("style") or ""), re.IGNORECASE)
    if styled:
        return int(styled[1])
    said = re.fullmatch(r"\s*(\d+)(?:px)?\s*", str(image.get(side) or ""))
    return int(said[1]) if said else None


def is_pixel(image: Tag) -> bool:
    """Whether an image is too small to show anything: it counts readers, or makes room."""
    sides = [size(image, "width"), size(image, "height")]
    return any(side is not None and side <= MAX_PIXEL for side in sides)


def file_name(image: Tag) -> str:
    """Give the last part of the address of an image, without what follows a question mark."""
    return re.sub(r"[?#].*", "", str(image.get("src") or "")).rpartition("/")[2]
