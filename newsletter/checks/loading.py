"""Any .html or .eml file → a document."""

from __future__ import annotations

import email
import email.policy
import re
from typing import TYPE_CHECKING

import webencodings

from newsletter.checks.document import Document
from newsletter.checks.hugeness import refuse_huge
from newsletter.checks.plain_text import wrap_text
from newsletter.decoding import decode_html, is_binary
from newsletter.errors import TargetError

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN_ENDINGS = frozenset({".md", ".markdown"})
EMAIL_ENDINGS = frozenset({".eml"})
WHAT_TO_NAME = "Name an issue, an .html, .eml or .md file, or a folder of them."
MAX_BYTES = 20 * 1024 * 1024
# RFC 5322, section 2.2: a name and a colon; names in use are of letters, digits and hyphens. Mailboxes put a “From ”
# line above.
_HEADER = re.compile(rb"(?:From [^\n]*\n)?[A-Za-z0-9-]+[ \t]*:")


def load_document(file: Path) -> Document:
    """Read an HTML file or an email. Raises TargetError where it is missing, too large or neither."""
    data = read_bytes(file)
    ending = file.suffix.lower()
    if ending not in HTML_ENDINGS | MARKDOWN_ENDINGS | EMAIL_ENDINGS:
        hint = f"{WHAT_TO_NAME} HTML of another name: newsletter check - < {file}"
        raise TargetError("It is no email by its name.", hint=hint, file=file)
    if ending in MARKDOWN_ENDINGS:
        from newsletter.markdown.lined_html import write_lined_html

        text = decode_html(data)
        refuse_huge(text, file)
        document = Document(write_lined_html(text))
        document.is_page = True
        return document
    return read_email(data, file) if ending in EMAIL_ENDINGS else _read_html(data, file)


def read_data(data: bytes, file: Path) -> Document:
    """Read HTML, or an email, which begins with a header. Raises TargetError as load_document does."""
    _refuse_unreadable(data, file)
    return read_email(data, file) if _HEADER.match(data) else _read_html(data, file)


def _read_html(data: bytes, file: Path) -> Document:
    html = decode_html(data)
    refuse_huge(html, file)
    return Document(html)


def read_email(data: bytes, file: Path) -> Document:
    """Read an email (RFC 5322): its HTML part, its text part and its headers.

    Of an email without an HTML part the text stands for it. Raises TargetError where a part cannot be read, or is huge.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    try:
        html, text = _part(message, "html"), _part(message, "plain")
    except (ValueError, IndexError, AttributeError, LookupError) as error:
        # The email package has no error of its own for a header of a part that it cannot take apart.
        hint = "Save the email again from the program that made it."
        raise TargetError("A part of the email has headers that cannot be read.", hint=hint, file=file) from error
    for part in (html, text):
        refuse_huge(part or "", file)
    headers = {name.lower(): str(value) for name, value in _headers(message)}
    if html is not None:
        document = Document(html, text=text, headers=headers)
        document.read_picture = _attached_pictures(message).get
        return document
    wrapped = wrap_text(text or "", headers.get("subject", ""), headers.get("content-language", ""))
    document = Document(wrapped, text=text, headers=headers)
    document.is_plain_text = True
    return document


def _attached_pictures(message: EmailMessage) -> dict[str, bytes]:
    """Give the pictures that came with an email by the address that its HTML names them by (RFC 2392)."""
    found = {}
    for part in message.walk():
        name, data = str(part.get("content-id") or "").strip().strip("<>"), part.get_payload(decode=True)
        if name and part.get_content_maintype() == "image" and isinstance(data, bytes):
            found[f"cid:{name}"] = data
    return found


def read_bytes(file: Path) -> bytes:
    """Read a file that may be an email. Raises TargetError as load_document does."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise TargetError("There is no such file.", hint=WHAT_TO_NAME, file=file) from error
    except OSError as error:
        raise TargetError(f"Cannot read it: {error.strerror}.", hint="Check who may read it.", file=file) from error
    _refuse_unreadable(data, file)
    return data


def _refuse_unreadable(data: bytes, file: Path) -> None:
    if len(data) > MAX_BYTES:
        raise TargetError("It is larger than 20 MB.", hint="No mail program shows such an email.", file=file)
    if is_binary(data):
        raise TargetError("It is not HTML.", hint="Name an .html or .eml file.", file=file)


def _part(message: EmailMessage, kind: str) -> str | None:
    part = message.get_body((kind,))
    if part is None:
        return None
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    encoding = webencodings.lookup(part.get_content_charset() or "utf-8") or webencodings.UTF8
    return str(encoding.codec_info.decode(data, "replace")[0])


def _headers(message: EmailMessage) -> list[tuple[str, object]]:
    """List the headers; one that cannot be parsed is left out, because mail programs do so too."""
    found: list[tuple[str, object]] = []
    for name in message:
        try:
            found.append((name, message[name]))
        except (ValueError, IndexError, AttributeError):
            continue
    return found
