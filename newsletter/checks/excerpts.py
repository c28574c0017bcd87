"""The line of the source around a finding, cut to what a terminal shows."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.model import Finding, Place

WIDTH = 76
# How much of the line stands before the column, where it has to be cut.
BEFORE = 16
# Tabs, and what would move a terminal's cursor or colours.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def add_excerpts(findings: Sequence[Finding], source: str) -> tuple[Finding, ...]:
    """Give each finding whose line is known its excerpt of `source`."""
    # Lines as the tree and editors count them: no other character ends one.
    lines = source.split("\n") if findings else []
    # An email may be one long line, with all its findings there.
    tidy = functools.cache(lambda number: _tidy(lines[number - 1]))

    def place(finding: Finding) -> Place:
        is_known = 0 < finding.place.line <= len(lines)
        return _with_excerpt(finding.place, *tidy(finding.place.line)) if is_known else finding.place

    return tuple(replace(finding, place=place(finding)) for finding in findings)


def _tidy(line: str) -> tuple[str, int]:
    """Give a line without what moves a terminal, and how far it is indented."""
    tidy = _CONTROLS.sub(" ", line.rstrip())
    return tidy, len(tidy) - len(tidy.lstrip())


def _with_excerpt(place: Place, line: str, indent: int) -> Place:
    start = indent if place.column - 1 - indent < WIDTH - BEFORE else place.column - 1 - BEFORE
    excerpt = line[start : start + WIDTH]
    if start + WIDTH < len(line):
        excerpt = excerpt[:-1] + "…"
    if start > indent:
        excerpt = "…" + excerpt[1:]
    return replace(place, excerpt=excerpt, caret=place.column - 1 - start if place.column else -1)


def show_text(findings: Sequence[Finding], text: str) -> tuple[Finding, ...]:
    """Give findings in an email of plain text its own lines, in place of what was made of them to read it as HTML."""
    # Its HTML has no blank lines above, and a paragraph begins with the blank line before it.
    above = text[: len(text) - len(text.lstrip("\r\n"))].count("\n")
    lines = text.split("\n")

    def place(finding: Finding) -> Place:
        found = finding.place
        following = range(found.line + above, len(lines) + 1) if found.line else ()
        line = next((number for number in following if lines[number - 1].strip()), 0)
        return replace(found, line=line, column=0, selector="", snippet="")

    return add_excerpts([replace(it, place=place(it)) for it in findings], text)
