"""A document + rules → findings, in order of their places."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from newsletter.model import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bs4 import Tag

    from newsletter.checks.document import Document
    from newsletter.checks.rule import Defect, Rule

SNIPPET_CHARACTERS = 120


def check(
    document: Document, rules: Sequence[Rule], file: str, lines: Mapping[int, int] | None = None
) -> tuple[Finding, ...]:
    """Ask every rule, and order the findings by place.

    Places are in `file`: its own lines, or with `lines` (position of an element → line) those of the issue.md that it
    was rendered from.
    """
    findings = (
        Finding(
            rule=rule.name,
            outcome=defect.outcome,
            impact=defect.impact or rule.impact,
            message=defect.message,
            place=_place(document, defect, file, lines),
            wcag=rule.wcag,
            act=rule.act,
        )
        for rule in rules
        for defect in rule.find(document)
    )
    return tuple(sorted(findings, key=lambda finding: (finding.place.line, finding.place.column, finding.rule)))


def _place(document: Document, defect: Defect, file: str, lines: Mapping[int, int] | None) -> Place:
    element = defect.element
    if element is None:
        return Place(file, defect.line)
    snippet = _snippet(element)
    if lines is not None:
        return Place(file, defect.line or _line_of(document, element, lines), 0, selector(element), snippet)
    line, column = element.sourceline or 0, (element.sourcepos or 0) + 1
    return Place(file, line, column, selector(element), snippet)


def _line_of(document: Document, element: Tag, lines: Mapping[int, int]) -> int:
    """Find the line that an element came from: its own, or its nearest ancestor's."""
    positions = (document.position(node) for node in (element, *element.parents) if node.parent is not None)
    return next((lines[position] for position in positions if position in lines), 0)


def selector(element: Tag) -> str:
    """Write a CSS selector that finds the element again."""
    steps: Iterator[str] = (_step(node) for node in (element, *element.parents) if node.parent is not None)
    return " > ".join(reversed(list(steps)))


def _step(element: Tag) -> str:
    name = str(element.get("id") or "")
    if re.fullmatch(r"[A-Za-z][\w-]*", name):
        return f"{element.name}#{name}"
    same = element.parent.find_all(element.name, recursive=False) if element.parent else []
    if len(same) <= 1:
        return element.name
    number = next(number for number, sibling in enumerate(same, 1) if sibling is element)
    return f"{element.name}:nth-of-type({number})"


def _joined(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)


def _snippet(element: Tag) -> str:
    """Show the element's start tag without its styles, and the words that it begins with."""
    attributes = "".join(f' {name}="{_joined(value)}"' for name, value in element.attrs.items() if name != "style")
    words = "".join(itertools.islice(element.stripped_strings, 1))
    shown = " ".join(f"<{element.name}{attributes}>{words}".split())
    return shown if len(shown) <= SNIPPET_CHARACTERS else shown[: SNIPPET_CHARACTERS - 1] + "…"
