"""HTML → tokens with their places, as browsers read it (HTML, section 13.2.5).

Python's html.parser reads comments, scripts and references differently from version to version, and took most of the
time of reading an email. Tags come again and again in emails: what was read in one is remembered.
"""

from __future__ import annotations

import functools
import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from newsletter.checks.recalling import recalled
from newsletter.checks.references import resolve_text, resolve_value

if TYPE_CHECKING:
    from collections.abc import Iterator

# What stands in these is text, whatever it looks like; in those of the second kind references count.
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_RAW_WITH_REFERENCES = frozenset({"title", "textarea"})
TEXT_ONLY = _RAW | _RAW_WITH_REFERENCES
_SPACE = r"\t\n\f\r "
_VALUE = rf"\"({{group}}[^\"]*+)\"|'({{group}}[^']*+)'|({{group}}[^{_SPACE}>\"'][^{_SPACE}>]*+)|(?=>|\Z)"
_ATTRIBUTE = (
    rf"[{_SPACE}/]*+({{group}}[^{_SPACE}/>][^{_SPACE}/>=]*+)"
    rf"(?:[{_SPACE}]*+=[{_SPACE}]*+(?:{_VALUE})|(?![{_SPACE}]*+=))"
)
_ATTRIBUTES = re.compile(_ATTRIBUTE.format(group=""))
_TAG = re.compile(rf"</?([a-zA-Z][^{_SPACE}/>]*+)((?:{_ATTRIBUTE.format(group='?:')})*+)([{_SPACE}/]*+)>")
_COMMENT_END = re.compile(r"--!?>")


class Kind(Enum):
    """What a token is."""

    START = "start tag"
    END = "end tag"
    TEXT = "text"
    COMMENT = "comment"
    DOCTYPE = "doctype"


class Token(NamedTuple):
    """A piece of HTML: its kind, the name of its element or its text, and how many characters stand before it.

    Attributes are as they are written, repeated ones too; `is_empty` is a start tag that ends with a slash.
    """

    kind: Kind
    data: str
    offset: int
    attributes: tuple[tuple[str, str], ...] = ()
    is_empty: bool = False


class Tokens:
    """The tokens of a text, one after another; a text between tags may come in several."""

    def __init__(self, html: str) -> None:
        """Begin at the start."""
        self._html = html
        self._at = 0
        self._holder = ""
        # Up to where lines were counted, how many there were, and where the last begins.
        self._counted, self._line, self._line_start = 0, 1, 0

    @property
    def end(self) -> int:
        """How many characters stand before the end of the token at hand."""
        return self._at

    def place(self, offset: int) -> tuple[int, int]:
        """Say the line, from 1, and the column, from 0, of a token; each is asked after those before it."""
        if lines := self._html.count("\n", self._counted, offset):
            self._line += lines
            self._line_start = self._html.rfind("\n", self._counted, offset) + 1
        self._counted = offset
        return self._line, offset - self._line_start

    def hold(self, name: str) -> None:
        """Take all up to the end tag of an element, which is one of TEXT_ONLY, for its text."""
        self._holder = name

    def __iter__(self) -> Iterator[Token]:
        """Yield token after token."""
        html, end = self._html, len(self._html)
        while self._at < end:
            at = self._at
            if self._holder:
                yield self._read_held()
            elif html[at] != "<":
                found = html.find("<", at)
                self._at = end if found < 0 else found
                yield Token(Kind.TEXT, resolve_text(html[at : self._at]), at)
            elif tag := _TAG.match(html, at):
                self._at = tag.end()
                if html[at + 1] == "/":
                    yield Token(Kind.END, tag[1].lower(), at)
                else:
                    yield Token(Kind.START, tag[1].lower(), at, _read_attributes(tag[2]), tag[3].endswith("/"))
            else:
                yield from self._read_other()

    def _read_held(self) -> Token:
        """Read the text of an element that holds nothing else."""
        at, holder, self._holder = self._at, self._holder, ""
        found = _end_tag_of(holder).search(self._html, at)
        self._at = found.start() if found else len(self._html)
        text = self._html[at : self._at]
        return Token(Kind.TEXT, text if holder in _RAW else resolve_text(text), at)

    def _read_other(self) -> Iterator[Token]:
        """Read what begins like a tag and is none."""
        html, at = self._html, self._at
        following = html[at + 1 : at + 2]
        if html.startswith("<!--", at):
            yield self._read_comment()
        elif html[at : at + 9].lower() == "<!doctype":
            yield Token(Kind.DOCTYPE, self._read_to_end_of_tag(9).strip(), at)
        elif html.startswith("</>", at):
            self._at += 3
        elif following in {"!", "?"} or (following == "/" and not _is_letter(html[at + 2 : at + 3])):
            yield Token(Kind.COMMENT, self._read_to_end_of_tag(1 if following == "?" else 2), at)
        elif _is_letter(following) or following == "/":
            self._at = len(html)  # a tag without an end is never shown
        else:
            self._at += 1
            yield Token(Kind.TEXT, "<", at)

    def _read_comment(self) -> Token:
        at, start = self._at, self._at + 4
        if early := next((it for it in (">", "->") if self._html.startswith(it, start)), ""):
            self._at = start + len(early)
            return Token(Kind.COMMENT, "", at)
        found = _COMMENT_END.search(self._html, start)
        self._at = found.end() if found else len(self._html)
        return Token(Kind.COMMENT, self._html[start : found.start() if found else None], at)

    def _read_to_end_of_tag(self, skipped: int) -> str:
        start, end = self._at + skipped, self._html.find(">", self._at)
        self._at = len(self._html) if end < 0 else end + 1
        return self._html[start : None if end < 0 else end]


@recalled
def _read_attributes(text: str) -> tuple[tuple[str, str], ...]:
    found = _ATTRIBUTES.findall(text)
    return tuple((name.lower(), resolve_value(double or single or bare)) for name, double, single, bare in found)


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


@functools.cache
def _end_tag_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[{_SPACE}/>])", re.IGNORECASE | re.ASCII)
