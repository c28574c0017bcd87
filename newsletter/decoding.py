"""The bytes of HTML → text, with its encoding found as browsers find it."""

from __future__ import annotations

import codecs
import re

import webencodings

# WHATWG HTML, section 13.2.3.2: a browser looks for <meta charset> in the first 1024 bytes; real pages need more.
PRESCAN_BYTES = 4096
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
# How a byte order mark names the encoding (Unicode Standard, section 23.8); longer marks first.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode_html(data: bytes, charset: str = "") -> str:
    """Decode HTML: its byte order mark, then `charset` (of the Content-Type), then <meta charset>, then UTF-8.

    Labels mean what the WHATWG Encoding Standard says they mean: iso-8859-1 is windows-1252. Bytes that do not
    fit become U+FFFD; a page that is not UTF-8 and names no encoding is read as windows-1252.
    """
    data, encoding = take_mark(data)
    if encoding:
        return data.decode(encoding, errors="replace")
    for label in (charset, _declared(data)):
        if (text := decode_as(data, label)) is not None:
            return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("windows-1252", errors="replace")


def take_mark(data: bytes) -> tuple[bytes, str]:
    """Take the byte order mark off; return what follows and the encoding that it names, or the data and “”."""
    found = next(((mark, encoding) for mark, encoding in BYTE_ORDER_MARKS if data.startswith(mark)), (b"", ""))
    return data[len(found[0]) :], found[1]


def decode_as(data: bytes, label: str | None) -> str | None:
    """Decode by an encoding's label (WHATWG Encoding Standard); None where there is none, or nobody knows it."""
    encoding = webencodings.lookup(label) if label else None
    return str(encoding.codec_info.decode(data, "replace")[0]) if encoding else None


def is_binary(data: bytes) -> bool:
    """Whether data is no text: known formats, or zero bytes outside UTF-16, which says so by its first two bytes."""
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"%PDF", b"PK\x03\x04", b"GIF8")):
        return True
    return b"\0" in data[:1024] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _declared(data: bytes) -> str:
    found = _META.search(data[:PRESCAN_BYTES])
    label = found[1].decode("ascii") if found else ""
    # A page that could be read so far is not UTF-16, whatever it says (WHATWG HTML, section 13.2.3.2).
    return "utf-8" if label.lower().startswith("utf-16") else label
