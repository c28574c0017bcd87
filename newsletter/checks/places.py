"""Where a defect is: file, line, column, selector and the source there."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from newsletter.checks.whitespace import squeeze
from newsletter.model import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bs4 import Tag

    from newsletter.checks.document import Document
    from newsletter.checks.rule import Defect

T = TypeVar("T")
SNIPPET_CHARACTERS = 120
# Deeper elements are named from an ancestor on: a selector that fills a page tells nobody anything.
MAX_STEPS = 60


def _nowhere() -> Mapping[int, Place]:
    return {}


@dataclass(frozen=True, slots=True)
class Written:
    """Where a document that was made of other files was written.

    `lines` maps the position of an element to its line of issue.md, `words` words of the front matter to theirs.
    `trace`, which may take long, maps positions to places in the layout: an element that came from no line of issue.md
    is the layout's, as are those inside it; position 0 is that of the whole.
    """

    lines: Mapping[int, int]
    words: Mapping[str, int] = field(default_factory=dict)
    trace: Callable[[], Mapping[int, Place]] = _nowhere


class Places:
    """Finds the places of defects in one document: in `file`, or where it was written, which `written` knows."""

    def __init__(self, document: Document, file: str, written: Written | None) -> None:
        """Keep the document and what is known of where it was written."""
        self._document = document
        self._file = file
        self._written = written

    def find(self, defect: Defect) -> Place:
        """Say where a defect is; line 0 where nothing says so."""
        element = defect.element
        if element is None:
            return Place(self._file, defect.line)
        selector, snippet = self.selector(element), _snippet(element)
        if self._written is None:
            line, column = element.sourceline or 0, (element.sourcepos or 0) + 1
            return Place(self._file, line, column, selector, snippet)
        if line := defect.line or self._line_of(element, self._written):
            return Place(self._file, line, 0, selector, snippet)
        origin = self._nearest(element, self._written.trace())
        if origin is None:
            return Place(self._file, 0, 0, selector, snippet)
        return replace(origin, selector=selector, snippet=snippet)

    def selector(self, element: Tag) -> str:
        """Write a CSS selector that finds the element again."""
        if self._document.holds(element):
            known = self._steps
        else:
            known, element = self._outlook_steps, self._outlook_twins.get(_position(element), element)
        steps = (known.get(id(node), node.name) for node in _with_ancestors(element))
        return " > ".join(reversed(list(itertools.islice(steps, MAX_STEPS))))

    def _line_of(self, element: Tag, written: Written) -> int:
        """Find the line that an element came from: its own, its nearest ancestor's, or that of its words."""
        return self._nearest(element, written.lines) or written.words.get(squeeze(element.get_text()), 0)

    def _nearest(self, element: Tag, known: Mapping[int, T]) -> T | None:
        """Find what is known of an element or of its nearest ancestor; else what is known of the whole."""
        positions = map(self._document.position, filter(self._document.holds, _with_ancestors(element)))
        return next((known[position] for position in positions if position in known), known.get(0))

    @functools.cached_property
    def _steps(self) -> dict[int, str]:
        """The step of every element in a selector, counted once for all."""
        return _count_steps(self._document.elements)

    @functools.cached_property
    def _outlook_steps(self) -> dict[int, str]:
        """The same for the elements that Outlook reads; few findings are there."""
        return _count_steps(self._read_by_outlook)

    @functools.cached_property
    def _outlook_twins(self) -> Mapping[tuple[int, int], Tag]:
        """The elements that Outlook reads by line and column: drawings were read without what is around them."""
        return {_position(element): element for element in self._read_by_outlook}

    @property
    def _read_by_outlook(self) -> Sequence[Tag]:
        view = self._document.outlook_view
        return view.elements if view else ()


def _position(element: Tag) -> tuple[int, int]:
    return element.sourceline or 0, element.sourcepos or 0


def _count_steps(elements: Sequence[Tag]) -> dict[int, str]:
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
    return (node for node in itertools.chain((element,), element.parents) if node.parent is not None)


def _snippet(element: Tag) -> str:
    """Show the element's start tag without its styles, and the words that it begins with."""
    attributes = "".join(f' {name}="{_joined(value)}"' for name, value in element.attrs.items() if name != "style")
    words = "".join(itertools.islice(element.stripped_strings, 1))
    shown = " ".join(f"<{element.name}{attributes}>{words}".split())
    return shown if len(shown) <= SNIPPET_CHARACTERS else shown[: SNIPPET_CHARACTERS - 1] + "…"


def _joined(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)
