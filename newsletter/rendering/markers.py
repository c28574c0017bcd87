"""Where in a template each tag of the MJML came from.

Templates include each other, loop and write tags by expressions, so lines of the MJML are not lines of a file. Each tag
of a template is followed by a marker, `<mj-text␣17,3,5␣` with characters from Unicode's private area around it, that
Jinja carries along and that is taken out before MJML is rendered. Words of a post are escaped: no `<` of theirs makes
one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2.ext import Extension

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

OPEN, CLOSE = "\ue000", "\ue001"
MARKER = re.compile(rf"(?<=[\w-]){OPEN}(\d+),(\d+),(\d+){CLOSE}")
# A tag of marked MJML or of the HTML in it, or a comment.
TAG = re.compile(
    r"<!--.*?-->|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?:\ue000(?P<marker>[\d,]+)\ue001)?(?P<rest>\w*)"
    r"(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/?)>",
    re.DOTALL,
)
_TAG_OR_JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<!--.*?-->|</?[a-zA-Z][\w-]*", re.DOTALL)
_files: list[str] = []


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a template: line and column count from 1."""

    file: str
    line: int
    column: int


class TagMarkers(Extension):
    """Puts a marker behind the name of each tag in a template's source."""

    def __init__(self, environment: Environment) -> None:
        """Jinja makes one for each environment."""
        super().__init__(environment)

    def preprocess(
        self,
        source: str,
        name: str | None,  # noqa: ARG002 - Jinja hands it over
        filename: str | None = None,
    ) -> str:
        """Mark the tags of one MJML template."""
        if not filename or not filename.endswith(".mjml"):
            return source
        number = _number(filename)

        def mark(found: re.Match[str]) -> str:
            if found[0].startswith(("{", "<!")):
                return found[0]
            start = found.start()
            line, column = source.count("\n", 0, start) + 1, start - source.rfind("\n", 0, start)
            return f"{found[0]}{OPEN}{number},{line},{column}{CLOSE}"

        return _TAG_OR_JINJA.sub(mark, source)


def _number(file: str) -> int:
    if file not in _files:
        _files.append(file)
    return _files.index(file)


def origin_before(marked: str, position: int) -> Origin | None:
    """Find where the tag at or before `position` of marked MJML was written."""
    start = marked.rfind(OPEN, 0, position)
    found = MARKER.match(marked, start) if start >= 0 else None
    return origin_of(found) if found else None


def origin_of(found: re.Match[str]) -> Origin:
    """Read a marker."""
    return origin_of_numbers(found.groups())


def origin_of_numbers(numbers: Sequence[str]) -> Origin:
    """Read the three numbers of a marker: file, line, column."""
    file, line, column = map(int, numbers)
    return Origin(_files[file], line, column)


def unmark(text: str) -> str:
    """Take the markers out."""
    return MARKER.sub("", text)
