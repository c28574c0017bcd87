"""A file's bytes → its bytes with the repairs made."""

from __future__ import annotations

import email
import email.policy
import functools
from typing import TYPE_CHECKING

from newsletter.checks.document import Document
from newsletter.checks.loading import EMAIL_ENDINGS, read_email
from newsletter.checks.repairs.edits import Source
from newsletter.checks.repairs.finding import MENDABLE, find_repairs
from newsletter.decoding import BYTE_ORDER_MARKS, decode_html
from newsletter.errors import TargetError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsletter.checks.repairs.edits import Edit

ASK_THE_TOOL = "Repair the template or the tool that it was made with."
# A repair may make another possible: a table that is told to be for layout has no header cells.
MAX_ROUNDS = 5


def repair(data: bytes, file: Path, language: str = "", asked: frozenset[str] = MENDABLE) -> bytes:
    """Make the repairs that the `asked` rules call for, and leave every other byte.

    Raises TargetError where that cannot be done: an email whose HTML is encoded or signed, or bytes that do not fit
    the encoding that the file names.
    """
    mend = functools.partial(find_repairs, language=language, asked=asked)
    if file.suffix.lower() not in EMAIL_ENDINGS:
        return _repair_html(data, Document(decode_html(data)), file, mend)
    document = read_email(data, file)
    payload = _find_html(data, file)
    start = data.index(payload)
    repaired = _repair_html(payload, document, file, mend)
    return data[:start] + repaired + data[start + len(payload) :]


def _repair_html(data: bytes, document: Document, file: Path, mend: Callable[[Document], Iterator[Edit]]) -> bytes:
    encoding, mark = _find_encoding(data, document.html, file)
    text = document.html
    for _ in range(MAX_ROUNDS):
        changed = Source(text).apply(mend(Document(text, headers=document.headers)))
        if changed == text:
            break
        text = changed
    return mark + text.encode(encoding, "xmlcharrefreplace")


def _find_encoding(data: bytes, text: str, file: Path) -> tuple[str, bytes]:
    """Find the encoding that gives back the very bytes of the file."""
    for encoding, mark in _encodings():
        try:
            if mark + text.encode(encoding) == data:
                return encoding, mark
        except UnicodeEncodeError:
            continue
    message = "Its bytes do not fit the encoding that it names, so they would not stay as they are."
    raise TargetError(message, hint="Save it as UTF-8 first.", file=file)


def _encodings() -> Iterator[tuple[str, bytes]]:
    yield "utf-8", b""
    yield from ((encoding, mark) for mark, encoding in BYTE_ORDER_MARKS)
    # One byte or several for a character: those that the web still has.
    for name in ("cp1252", "iso8859-2", "cp1250", "cp1251", "iso8859-15", "shift_jis", "euc-jp", "gb18030", "big5"):
        yield name, b""


def _find_html(data: bytes, file: Path) -> bytes:
    """Find the bytes of the HTML part, which stand in the file as they are."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = message.get_body(("html",))
    if part is None:
        raise TargetError("The email has no HTML part to put right.", hint="Check it without --fix.", file=file)
    if message["DKIM-Signature"]:
        raise TargetError("The email is signed; a repair would break the signature.", hint=ASK_THE_TOOL, file=file)
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload or data.count(payload) != 1:
        raise TargetError("Its HTML is encoded, so that no other byte could stay.", hint=ASK_THE_TOOL, file=file)
    return payload
