"""Where a defect is: file, line, column, selector and the source there."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from newsletter.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bs4 import Tag

    from newsletter.checks.document import Document
    from newsletter.checks.rule import Defect

SNIPPET_CHARACTERS = 120
# Deeper elements are named from an ancestor on: a selector that fills a page tells nobody anything.
MAX_STEPS = 60


class Places:
    """Finds the places of defects in one document.

    They are in `file`: its own lines, or with `lines` (position of an element → line) those of the issue.md that it
    was rendered from.
    """

    def __init__(self, document: Document, file: str, lines: Mapping[int, int] | None) -> None:
        """Keep the document and what is known of its lines."""
        self._document = document
        self._file = file
        self._lines = lines

    def find(self, defect: Defect) -> Place:
        """Say where a defect is; line 0 where nothing says so."""
        element = defect.element
        if element is None:
            return Place(self._file, defect.line)
        if self._lines is not None:
            line, column = defect.line or self._line_of(element, self._lines), 0
        else:
            line, column = element.sourceline or 0, (element.sourcepos or 0) + 1
        return Place(self._file, line, column, self.selector(element), _snippet(element))

    def selector(self, element: Tag) -> str:
        """Write a CSS selector that finds the element again."""
        steps = (self._steps[id(node)] for node in _with_ancestors(element))
        return " > ".join(reversed(list(itertools.islice(steps, MAX_STEPS))))

    def _line_of(self, element: Tag, lines: Mapping[int, int]) -> int:
        """Find the line that an element came from: its own, or its nearest ancestor's."""
        known = filter(self._document.holds, _with_ancestors(element))
        positions = map(self._document.position, known)
        return next((lines[position] for position in positions if position in lines), 0)

    @functools.cached_property
    def _steps(self) -> dict[int, str]:
        """The step of every element in a selector, counted once for all."""
        view = self._document.outlook_view
        elements = (*self._document.elements, *(view.elements if view else ()))
        totals = Counter((id(element.parent), element.name) for element in elements)
        seen: Counter[tuple[int, str]] = Counter()
        steps = {}
        for element in elements:
            key = (id(element.parent), element.name)
            seen[key] += 1
            name = str(element.get("id") or "")
            if re.fullmatch(r"[A-Za-z][\w-]*", name):
                steps[id(element)] = f"{element.name}#{name}"
            else:
                steps[id(element)] = element.name + (f":nth-of-type({seen[key]})" if totals[key] > 1 else "")
        return steps


def _with_ancestors(element: Tag) -> Iterator[Tag]:
    """Yield an element and what is around it, without the document itself."""
    return (node for node in (element, *element.parents) if node.parent is not None)


def _snippet(element: Tag) -> str:
    """Show the element's start tag without its styles, and the words that it begins with."""
    attributes = "".join(f' {name}="{_joined(value)}"' for name, value in element.attrs.items() if name != "style")
    words = "".join(itertools.islice(element.stripped_strings, 1))
    shown = " ".join(f"<{element.name}{attributes}>{words}".split())
    return shown if len(shown) <= SNIPPET_CHARACTERS else shown[: SNIPPET_CHARACTERS - 1] + "…"


def _joined(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)
