"""Addresses that no web server answers: mailto: (RFC 6068), tel: (RFC 3966), sms: (RFC 5724), geo: (RFC 5870)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# RFC 5322, section 3.2.3: what stands between the dots of a name, and letters beyond ASCII (RFC 6531).
_ATOM = r"[^\W_]|[_!#$%&'*+/=?^`{|}~-]"
_LABEL = r"[^\W_](?:[^\W_]|-)*"
_MAILBOX = re.compile(
    rf"(?:(?:{_ATOM})+(?:\.(?:{_ATOM})+)*|\"[^\"]+\")@(?:(?:{_LABEL}\.)+{_LABEL}|\[[\da-f.:]+\])", re.IGNORECASE
)
_ADDRESS_FIELDS = frozenset({"to", "cc", "bcc"})
_SECOND_QUESTION = re.compile(r"\?(?:subject|body|cc|bcc|to)=", re.IGNORECASE)
_PARAMETERS = re.compile(r"(?:;[\w-]+(?:=[^;]*)?)*")
_NUMBER = re.compile(r"(\+?)[\d().\s/*#-]+")
# Waits and what is dialled then: no RFC has it, and every phone knows it.
_EXTENSION = re.compile(r"[,pw]+[\d#*]+$", re.IGNORECASE)
# ITU-T E.164: the shortest numbers are those of emergency and crisis lines, the longest have 15 digits.
FEWEST_DIGITS, FEWEST_ABROAD, MOST_DIGITS = 3, 7, 15
_PLACE = re.compile(r"(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?(?:;.*)?(?:\?.*)?")
MAX_LATITUDE, MAX_LONGITUDE = 90, 180


def find_fault(target: str) -> str | None:
    """Say what is wrong with an address of one of these schemes; empty where nothing is, None for other schemes."""
    scheme, colon, rest = target.partition(":")
    check = _CHECKS.get(scheme.lower()) if colon else None
    return None if check is None else check(rest)


def _check_mail(rest: str) -> str:
    to, _, text = rest.partition("?")
    if rest.startswith("//"):
        return "After mailto: comes the mail address, without //"
    if _SECOND_QUESTION.search(text):
        return "In mailto: only the first field begins with ?, each other with &"
    fields = list(_read_fields(text))
    if any(not name for name, _ in fields):
        return "A field of mailto: has no name, such as subject="
    lists = [to, *(value for name, value in fields if name in _ADDRESS_FIELDS)]
    boxes = [unquote(box).strip() for boxes in lists if boxes for box in boxes.split(",")]
    if not boxes and not fields:
        return "The mail address is missing"
    wrong = next((box for box in boxes if not _MAILBOX.fullmatch(box)), None)
    if wrong is None:
        return ""
    return "In mailto: addresses are separated by commas" if ";" in wrong else f"“{wrong}” is not a whole mail address"


def _read_fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield the fields after the question mark: name in lower case, and value; the name is empty where none is."""
    for field in filter(None, text.split("&")):
        name, equals, value = field.partition("=")
        yield (name.lower() if equals else "", value)


def _check_phone(rest: str) -> str:
    text = unquote(rest).strip()
    number, mark, parameters = text.partition(";")
    if text.startswith("//"):
        return "After tel: comes the number, without //"
    found = _NUMBER.fullmatch(_EXTENSION.sub("", number))
    digits = sum(map(str.isdigit, number)) if found else 0
    if not found or not number.isascii() or not _PARAMETERS.fullmatch(mark + parameters):
        return "The phone number is not whole: write digits only, as in tel:+442079460000"
    if found[1] and "(0)" in number:
        return "Take the (0) out of the phone number: after +44 or +49 nobody dials it"
    fewest = FEWEST_ABROAD if found[1] else FEWEST_DIGITS
    most = MOST_DIGITS if number == _EXTENSION.sub("", number) else digits
    return "" if fewest <= digits <= most else f"The phone number has {digits} digits"


def _check_text_message(rest: str) -> str:
    numbers = rest.partition("?")[0].partition("&")[0]
    if not numbers.strip():
        return "" if "body=" in rest else "The phone number is missing"
    return next(filter(None, map(_check_phone, numbers.split(","))), "")


def _check_place(rest: str) -> str:
    found = _PLACE.fullmatch(unquote(rest))
    if found and abs(float(found[1])) <= MAX_LATITUDE and abs(float(found[2])) <= MAX_LONGITUDE:
        return ""
    return "After geo: come latitude and longitude, as in geo:52.52,13.41"


_CHECKS: dict[str, Callable[[str], str]] = {
    "mailto": _check_mail,
    "tel": _check_phone,
    "callto": _check_phone,
    "sms": _check_text_message,
    "smsto": _check_text_message,
    "geo": _check_place,
}
