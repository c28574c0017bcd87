"""What an inbox shows of an email before it is opened: subject, preheader, sender."""

from __future__ import annotations

import re
from email.utils import parseaddr
from typing import TYPE_CHECKING

from bs4.element import NavigableString, PreformattedString

from newsletter.checks.document import UNSEEN, squeeze

if TYPE_CHECKING:
    from bs4 import Tag

    from newsletter.checks.document import Document

# Letters of this size are hidden: no reader sees them.
HIDDEN_PIXELS = 2


def subject_of(document: Document) -> str | None:
    """Give the subject; None where the email's headers are not known."""
    return None if document.headers is None else squeeze(document.headers.get("subject", ""))


def line_of_subject(document: Document) -> int:
    """Give the line of issue.md that the subject is written on, or else the title; 0 where it is not known."""
    lines = document.letter.lines if document.letter else {}
    return lines.get("subject") or lines.get("title", 0)


def line_of_preheader(document: Document) -> int:
    """Give the line of issue.md that the preheader is written on; 0 where it is not known."""
    return document.letter.lines.get("preheader", 0) if document.letter else 0


def answer_address(document: Document) -> str:
    """Give the address that an answer goes to, in lower case; empty where it is not known."""
    headers = document.headers or {}
    return parseaddr(headers.get("reply-to") or headers.get("from") or "")[1].lower()


def preheader_of(document: Document) -> str:
    """Give the words that are hidden before the first visible ones; empty where the email begins with visible words."""
    hidden: list[str] = []
    for text in document.body.descendants if document.body else ():
        parent = text.parent
        if isinstance(text, PreformattedString) or not isinstance(text, NavigableString) or parent is None:
            continue
        if parent.name in UNSEEN or not (words := squeeze(str(text))):
            continue
        if not _is_unseen(document, parent):
            break
        hidden.append(words)
    return " ".join(hidden)


def has_shouting(text: str) -> bool:
    """Whether a text is written in capitals throughout, or ends sentences with several marks."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    letters = "".join(words)
    # One short word in capitals is an acronym.
    return bool(re.search(r"[!?]{2,}", text)) or (len(words) > 1 and letters.isupper())


def _is_unseen(document: Document, element: Tag) -> bool:
    style = document.cascade.style(element)
    return not document.is_exposed(element) or style.is_clipped or style.font_size < HIDDEN_PIXELS
