"""MJML → HTML, by mrml."""

from __future__ import annotations

import re

import mjml

from newsletter.errors import LayoutError
from newsletter.rendering.markers import origin_before, unmark
from newsletter.rendering.validation import validate_mjml

_TAG = re.compile(r'<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)+>')
_VALUE = re.compile(r'"[^"]*"')
_TITLE = re.compile(r"(?<=<mj-title>)[^<]*")
_NOT_AS_IT_IS = re.compile(r"[\\\x00-\x1f]")


def convert_mjml(source: str, file: str = "") -> str:
    """Turn MJML with its markers into HTML; `file` is the layout's own, for errors that have no other.

    No font is ever linked: each reader's mail program would contact a third party.
    Raises LayoutError where the MJML is not valid, with the place in the template.
    """
    validate_mjml(source, file)
    plain = _write_references(unmark(source))
    try:
        return str(mjml.mjml2html(plain, disable_comments=True, fonts={}))
    except ValueError as error:
        raise _layout_error(error, source, file) from error
    except BaseException as error:
        # mrml's panics are BaseExceptions of a class that cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise _layout_error(error, source, file) from error


def _write_references(source: str) -> str:
    """Write what mrml would write like a string of Rust (`\\u{301}` for an accent) as character references.

    That concerns attributes and the title, which mrml makes an attribute: marks above letters, emoji of several
    characters, backslashes.
    """
    return _TITLE.sub(_refer, _TAG.sub(lambda tag: _VALUE.sub(_refer, tag[0]), source))


def _refer(value: re.Match[str]) -> str:
    text = value[0]
    if text.isascii() and text.isprintable() and "\\" not in text:
        return text
    safe = _NOT_AS_IT_IS.sub(lambda character: f"&#{ord(character[0])};", text)
    return safe.encode("ascii", "xmlcharrefreplace").decode()


def _layout_error(error: BaseException, source: str, file: str) -> LayoutError:
    """Say where in the layout the HTML inside a component is wrong; mrml counts bytes of what it was given."""
    hint = "Close every tag, put attribute values in double quotes, and write &gt; for >."
    message = f"This is not valid MJML: {error}."
    offset = re.search(r"\b(\d+)\.\.\d+", str(error)) or re.search(r"position (\d+)", str(error))
    origin = origin_before(source, _position_in_marked(source, int(offset[1]))) if offset else None
    if origin is None:
        return LayoutError(message, hint=hint, file=file or None)
    return LayoutError(message, hint=hint, file=origin.file, line=origin.line, column=origin.column)


def _position_in_marked(marked: str, offset: int) -> int:
    """Find the character of marked MJML that stands at a byte offset of the MJML without markers."""
    rest, position = offset, 0
    for number, part in enumerate(re.split(r"(\ue000[\d,]+\ue001)", marked)):
        size = 0 if number % 2 else len(part.encode())
        if size > rest:
            return position + len(part.encode()[:rest].decode(errors="ignore"))
        rest, position = rest - size, position + len(part)
    return position
