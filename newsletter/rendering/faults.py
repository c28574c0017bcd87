"""A fault in a layout's MJML, named with the place in the template that it came from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from newsletter.errors import LayoutError
from newsletter.paths import shorten_path
from newsletter.rendering.markers import TAG, Origin, origin_before, origin_of_numbers, unmark
from newsletter.texts import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence


class Opened(NamedTuple):
    """A tag that is open, and where in the marked MJML its name stands."""

    name: str
    position: int


def fail(marked: str, position: int, message: str, hint: str, attribute: str = "") -> NoReturn:
    """Raise LayoutError for the tag at `position` of MJML with its markers, or for one of the tag's attributes."""
    _raise(message, hint, _origin_at(marked, position), attribute)


def fail_to_close(marked: str, opened: Sequence[Opened], closing: Opened) -> NoReturn:
    """Raise LayoutError for a closing tag that is not the one that the innermost open tag wants."""
    if any(it.name == closing.name for it in opened):
        last = opened[-1]
        hint = f"Add </{last.name}> before </{closing.name}> of {place_of(marked, closing.position)}."
        fail(marked, last.position, f"<{last.name}> is not closed", hint)
    hint = "No tag is open here: take it out."
    if opened:
        last = opened[-1]
        hint = f"Take it out, or write </{last.name}>: open is <{last.name}> of {place_of(marked, last.position)}."
    fail(marked, closing.position, f"</{closing.name}> closes what is not open", hint)


def fail_at_words(marked: str, span: tuple[int, int], message: str, hint: str, file: str) -> NoReturn:
    """Raise LayoutError for what stands between two tags of marked MJML, in the template that has these words.

    `file` is the layout's own, for words that no tag stands before.
    """
    start, end = span
    before, after = origin_before(marked, start), _origin_after(marked, end)
    words = words_between(marked, start, end).split()
    # Between the two tags an included file may end: the words are after the one, or before the other.
    for origin in (before, Origin(after.file, 1, 1) if after else None, Origin(file, 1, 1) if file else None):
        found = _place_after(origin, words[0]) if origin else None
        if found:
            _raise(message, hint, found)
    _raise(message, hint, before or after)


def words_between(marked: str, start: int, end: int) -> str:
    """Read what stands between two tags of marked MJML, without whole comments."""
    return re.sub(r"<!--.*?-->", "", unmark(marked[start:end]), flags=re.DOTALL).strip()


def place_of(marked: str, position: int) -> str:
    """Name the place of the tag at `position`, as editors understand it."""
    origin = _origin_at(marked, position)
    return f"{shorten_path(Path(origin.file))}:{origin.line}:{origin.column}" if origin else "this layout"


def _raise(message: str, hint: str, origin: Origin | None, attribute: str = "") -> NoReturn:
    if origin is None:
        raise LayoutError(f"{message}.", hint=hint)
    if attribute:
        origin = _place_after(origin, attribute, r"(?<=\s){}(?=\s*=)") or origin
    raise LayoutError(f"{message}.", hint=hint, file=origin.file, line=origin.line, column=origin.column)


def _origin_at(marked: str, position: int) -> Origin | None:
    after_marker = marked.find("\ue001", position)
    has_marker = re.match(r"[\w-]+\ue000", marked[position : position + 60])
    return origin_before(marked, after_marker + 1 if has_marker else position)


def _origin_after(marked: str, position: int) -> Origin | None:
    found = TAG.search(marked, position)
    return origin_of_numbers(found["marker"].split(",")) if found and found["marker"] else None


def _place_after(origin: Origin, words: str, pattern: str = "{}") -> Origin | None:
    """Find words after a place of a template; None where the template builds them."""
    text = read_text(Path(origin.file), LayoutError)
    start = sum(len(row) for row in text.splitlines(keepends=True)[: origin.line - 1]) + origin.column - 1
    found = re.compile(pattern.format(re.escape(words))).search(text, start)
    if not found:
        return None
    place = found.start()
    return Origin(origin.file, text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place))
