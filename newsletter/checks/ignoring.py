"""Comments that say: this finding is known, and here is why it may stay.

`<!-- newsletter-ignore image-alt-missing: the logo of a client, named below -->` speaks for the next element and what
is inside it; in issue.md for the next block. It names one rule or several, divided by commas, and a reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bs4 import Comment, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsletter.checks.document import Document

_COMMENT = re.compile(r"^\s*newsletter-ignore\b(?P<rules>[^:]*)(?::(?P<reason>.*))?$", re.DOTALL)
_IN_MARKDOWN = re.compile(r"<!--(.*?)-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ignore:
    """One comment: the rules it names and the reason it gives."""

    rules: tuple[str, ...]
    reason: str

    @property
    def is_whole(self) -> bool:
        """Whether it names a rule and gives a reason; only then does it count."""
        return bool(self.rules and self.reason)


def parse_ignore(comment: str) -> Ignore | None:
    """Read the words of a comment; None where it is of another kind."""
    found = _COMMENT.match(comment)
    if found is None:
        return None
    return Ignore(tuple(re.findall(r"[\w-]+", found["rules"])), (found["reason"] or "").strip())


def find_ignores(document: Document) -> Iterator[tuple[Ignore, Tag]]:
    """Yield the comments of a document, each with the element that it speaks for."""
    if "newsletter-ignore" not in document.html:
        return
    for comment in document.soup.find_all(string=lambda text: isinstance(text, Comment)):
        ignore = parse_ignore(str(comment))
        element = comment.find_next(lambda tag: isinstance(tag, Tag)) if ignore else None
        if ignore and (isinstance(element, Tag) or document.body):
            yield ignore, element if isinstance(element, Tag) else document.soup


def read_ignored(document: Document) -> dict[str, frozenset[int]]:
    """Rule → the ids (as of `id()`) of the elements that comments with a reason speak for."""
    spoken_for: dict[str, set[int]] = {}
    for ignore, element in find_ignores(document):
        for name in ignore.rules if ignore.is_whole else ():
            spoken_for.setdefault(name, set()).add(id(element))
    return {name: frozenset(ids) for name, ids in spoken_for.items()}


def is_ignored(rule: str, element: Tag | None, ignored: Mapping[str, frozenset[int]]) -> bool:
    """Whether a comment speaks for the element of this finding, or for one around it."""
    if element is None or rule not in ignored:
        return False
    return id(element) in ignored[rule] or any(id(parent) in ignored[rule] for parent in element.parents)


def find_ignores_in_markdown(text: str) -> Iterator[tuple[Ignore, int, range]]:
    """Yield the comments of an issue.md, each with its line and the lines of the block that it speaks for."""
    lines = text.splitlines()
    for found in _IN_MARKDOWN.finditer(text):
        if (ignore := parse_ignore(found[1])) is not None:
            line = text.count("\n", 0, found.start()) + 1
            start = text.count("\n", 0, found.end()) + 2
            while start <= len(lines) and not lines[start - 1].strip():
                start += 1
            end = start
            while end <= len(lines) and lines[end - 1].strip():
                end += 1
            yield ignore, line, range(start, end)
