"""A fault in a layout's MJML, named with the place in the template that it came from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

from newsletter.errors import LayoutError
from newsletter.rendering.markers import origin_before


def fail(marked: str, position: int, message: str, hint: str, attribute: str = "") -> NoReturn:
    """Raise LayoutError for the tag at `position` of MJML with its markers, or for one of the tag's attributes."""
    after_marker = marked.find("\ue001", position)
    has_marker = re.match(r"[\w-]+\ue000", marked[position : position + 60])
    origin = origin_before(marked, after_marker + 1 if has_marker else position)
    if origin is None:
        raise LayoutError(f"{message}.", hint=hint)
    line, column = origin.line, origin.column
    if attribute:
        line, column = _place_of_attribute(origin.file, line, column, attribute)
    raise LayoutError(f"{message}.", hint=hint, file=origin.file, line=line, column=column)


def _place_of_attribute(file: str, line: int, column: int, attribute: str) -> tuple[int, int]:
    """Find an attribute after its tag in the template; the tag's own place where the template builds its name."""
    text = Path(file).read_text(encoding="utf-8")
    start = sum(len(row) for row in text.splitlines(keepends=True)[: line - 1]) + column - 1
    found = re.compile(rf"(?<=\s){re.escape(attribute)}(?=\s*=)").search(text, start)
    if not found:
        return line, column
    place = found.start()
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
