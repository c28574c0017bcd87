"""A reply → what it means for a reader who follows the link."""

from __future__ import annotations

import email.utils
import re
import time
from http import HTTPStatus
from typing import TYPE_CHECKING

from newsletter.checks.linking.answers import Answer, State

if TYPE_CHECKING:
    import httpx

    from newsletter.checks.linking.connecting import Reply
    from newsletter.checks.linking.pages import Page

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
# Refused to a program, or to this part of the world: readers may well get there. 999 is LinkedIn's, 406 what
# ModSecurity says to programs.
SILENT = frozenset({401, 402, 403, 406, 407, 429, 451, 999})
# A length with more digits is no length.
MAX_DIGITS = 15
WAITING = frozenset({429, 503})
SIGN_IN = re.compile(r"/(?:log[-_]?in|sign[-_]?in|sso|oauth2?|signon)(?:[/.]|$)", re.IGNORECASE)
ERROR_PATH = re.compile(r"/(?:404|not[-_]?found|error(?:[-_]?404)?|page[-_]not[-_]found)(?:\.\w+)?/?$", re.IGNORECASE)


def judge(reply: Reply, asked: httpx.URL, page: Page | None, *, is_image: bool = False) -> Answer:
    """Judge the last reply for `asked`; `page` is its body where that is HTML and was read."""
    if problem := judge_status(reply):
        return problem
    if is_image and reply.method == "GET" and reply.is_whole and not reply.body:
        return Answer(State.BROKEN, "The file is empty", reply.status)
    if reply.url != asked and SIGN_IN.search(reply.url.path) and not SIGN_IN.search(asked.path):
        return Answer(State.UNCHECKED, "The site wants a name and password first", reply.status)
    return Answer(
        status=reply.status,
        error_page=_find_error(reply, asked, page),
        media_type=reply.media_type,
        size=_size(reply),
    )


def judge_status(reply: Reply) -> Answer | None:
    """Say why a status is none of a page; None where it is."""
    status = reply.status
    if status in SILENT or reply.headers.get("cf-mitigated") == "challenge":
        return Answer(State.UNCHECKED, f"The site answers {_words(status)} to a program", status)
    if status in REDIRECTS:
        return Answer(State.BROKEN, f"It redirects without saying where ({_words(status)})", status)
    if not (HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES or status == HTTPStatus.MULTIPLE_CHOICES):
        return Answer(State.BROKEN, f"The site answers {_words(status)}", status)
    return None


def _find_error(reply: Reply, asked: httpx.URL, page: Page | None) -> str:
    """Say why a page that answers 200 looks like one that says “not found”; empty where it does not."""
    if page and page.error:
        return f"Its title is “{page.error[:80]}”"
    if reply.url.raw_host == asked.raw_host and asked.path not in {"", "/"}:
        if ERROR_PATH.search(reply.url.path) and not ERROR_PATH.search(asked.path):
            return f"It redirects to {reply.url.path}"
        # From deep inside a site; short names, such as /home or /old, may well mean the first page.
        if reply.url.path in {"", "/"} and not reply.url.query and asked.path.rstrip("/").count("/") > 1:
            return "It redirects to the first page of the site"
    return ""


def _size(reply: Reply) -> int:
    length = reply.headers.get("Content-Length", "")
    stated = int(length) if length.isascii() and length.isdigit() and len(length) <= MAX_DIGITS else 0
    return max(stated, len(reply.body)) if reply.method == "GET" else stated


def seconds_to_wait(reply: Reply) -> float:
    """Read Retry-After (RFC 9110, section 10.2.3): seconds or a date; 0 where it says nothing sensible."""
    value = reply.headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError, IndexError):
        return 0.0


def _words(status: int) -> str:
    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)
