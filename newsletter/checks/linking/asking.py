"""One address → an answer: redirects by hand, HEAD where it is enough, a second try where that is fair."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import unquote

import httpx

from newsletter.checks.linking.answers import Answer, State
from newsletter.checks.linking.connecting import Origin, Reply, request_of
from newsletter.checks.linking.judging import WAITING, judge, judge_status, seconds_to_wait
from newsletter.checks.linking.locations import origin_of
from newsletter.checks.linking.pages import Page
from newsletter.checks.linking.redirecting import Moved, check_target, next_target

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from newsletter.checks.linking.connecting import Trust
    from newsletter.checks.linking.limits import Limits

# Of these only the status, the type and the size are asked. Of everything else the words are needed as well, to tell a
# page from one that says “not found” with status 200: a HEAD before that GET would ask every page twice.
FILE = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|webp|svg|avif|ico|bmp|mp3|m4a|ogg|wav|mp4|m4v|webm|mov|zip|gz|tgz|xz|bz2|7z|rar|dmg|exe|"
    r"msi|deb|iso|docx?|xlsx?|pptx?|odt|ods|epub|ics|vcf|csv|apk|woff2?|ttf)$",
    re.IGNORECASE,
)
PAGE_BYTES = 256 * 1024
FRAGMENT_PAGE_BYTES = 8 * 1024 * 1024
SHORT_BYTES = 16 * 1024
IMAGE_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Question:
    """An address, whether it is a picture's, and which parts of the page links name."""

    url: httpx.URL
    is_image: bool = False
    fragments: AbstractSet[str] = frozenset()

    @property
    def room(self) -> int:
        """How many bytes of the body are read at most."""
        if self.is_image:
            return IMAGE_BYTES
        return FRAGMENT_PAGE_BYTES if self.fragments else PAGE_BYTES


class Web:
    """The origins that were met, and how to ask them; `close` it in the end."""

    def __init__(self, limits: Limits, trust: Trust) -> None:
        """Prepare; nothing is asked yet."""
        self._limits = limits
        self._trust = trust
        self._origins: dict[str, Origin] = {}

    async def ask(self, question: Question) -> dict[str, Answer]:
        """Ask one address: an answer for each fragment, and under the empty name one for the page."""
        url, cookies, moved = question.url, httpx.Cookies(), Moved()
        seen: set[tuple[str, str]] = set()
        for _ in range(self._limits.redirects + 1):
            reply = await self._try(question, url, cookies)
            if isinstance(reply, Answer):
                return _for_all(question, _through(reply, question.url, url))
            page = await _read_page(reply)
            target = next_target(reply, page)
            if target is None:
                return _answer(question, reply, page, moved.to)
            problem = check_target(url, target)
            if isinstance(problem, Answer):
                return _for_all(question, problem)
            _keep_cookies(cookies, reply)
            url = problem
            moved.follow(reply.status, str(url))
            state = (str(url), str(dict(cookies)))
            if state in seen:
                return _for_all(question, Answer(State.BROKEN, "It redirects in a circle", reply.status))
            seen.add(state)
        reason = f"It redirects more than {self._limits.redirects} times"
        return _for_all(question, Answer(State.BROKEN, reason))

    async def _try(self, question: Question, url: httpx.URL, cookies: httpx.Cookies) -> Reply | Answer:
        """Ask once, and once more where the site is busy, asks to wait, or breaks the connection."""
        reply = await self._ask_once(question, url, cookies)
        if isinstance(reply, Answer):
            return await self._ask_once(question, url, cookies) if reply.may_pass else reply
        wait = seconds_to_wait(reply) if reply.status in WAITING else 0.0
        is_busy = reply.status >= HTTPStatus.INTERNAL_SERVER_ERROR or reply.status == HTTPStatus.REQUEST_TIMEOUT
        if wait > self._limits.patience_seconds:
            reason = f"The site wants to be asked again in {wait / 60:,.0f} minutes"
            return Answer(State.UNCHECKED, reason, reply.status)
        if wait or (is_busy and judge_status(reply)):
            await asyncio.sleep(wait or self._limits.pause_seconds)
            return await self._ask_once(question, url, cookies)
        return reply

    async def _ask_once(self, question: Question, url: httpx.URL, cookies: httpx.Cookies) -> Reply | Answer:
        """Ask with HEAD where that may be enough, and with GET where it is not."""
        headers = {"Cookie": value} if (value := _cookie_header(cookies, url)) else {}
        origin = self._origin(url)
        if question.is_image or (FILE.search(url.path) and not question.fragments):
            reply = await origin.request("HEAD", url, headers, 0)
            if _is_enough(reply, question):
                return reply
        return await origin.request("GET", url, headers, question.room)

    def _origin(self, url: httpx.URL) -> Origin:
        name = origin_of(url)
        if name not in self._origins:
            self._origins[name] = Origin(url, self._limits, self._trust)
        return self._origins[name]

    async def close(self) -> None:
        """Close all connections."""
        for origin in self._origins.values():
            await origin.close()


async def _read_page(reply: Reply) -> Page | None:
    """Read a body that is HTML; a long one aside, so that the clocks of other requests go on."""
    if reply.method != "GET" or not reply.is_page:
        return None
    if len(reply.body) < SHORT_BYTES:
        return Page(reply.text)
    return await asyncio.to_thread(lambda: Page(reply.text))


def _is_enough(reply: Reply | Answer, question: Question) -> bool:
    """Whether HEAD told what there is to know. Where it does not say yes GET may: 405, 404, 302, no answer."""
    if isinstance(reply, Answer):
        return reply.state is State.UNCHECKED or bool(reply.certificate)
    if judge_status(reply) is not None or reply.is_page:
        return False
    return not question.is_image or bool(reply.media_type and reply.headers.get("Content-Length", "0").strip("0"))


def _answer(question: Question, reply: Reply, page: Page | None, moved_to: str) -> dict[str, Answer]:
    answer = judge(reply, question.url, page, is_image=question.is_image)
    if answer.state is State.BROKEN:
        return _for_all(question, _through(answer, question.url, reply.url))
    answers = {"": replace(answer, moved_to=moved_to)}
    for name in question.fragments:
        target = f"{moved_to.partition('#')[0]}#{name}" if moved_to else ""
        fragment = _look_up(name, reply, page) if answer.state is State.WORKS else ""
        answers[name] = replace(answer, moved_to=target, fragment=fragment)
    return answers


def _look_up(name: str, reply: Reply, page: Page | None) -> str:
    """Look for a part by its name as it is written, then decoded (HTML, section 7.4.6.3).

    A redirect that names a part itself has the last word.
    """
    if page is None or reply.url.fragment or any(page.has_part(it) for it in (name, unquote(name))):
        return ""
    return "missing" if reply.is_whole and not page.may_make(unquote(name)) else "unknown"


def _through(answer: Answer, asked: httpx.URL, url: httpx.URL) -> Answer:
    """Name the address that a chain of redirects broke at."""
    if url == asked or not answer.reason:
        return answer
    return replace(answer, reason=f"{answer.reason}, at {url.copy_with(fragment=None)}, where it redirects to")


def _for_all(question: Question, answer: Answer) -> dict[str, Answer]:
    return dict.fromkeys({"", *question.fragments}, answer)


def _keep_cookies(cookies: httpx.Cookies, reply: Reply) -> None:
    """Keep what a site sets on the way: some let nobody through who does not bring it back."""
    response = httpx.Response(reply.status, headers=reply.headers, request=request_of(reply.method, reply.url, {}))
    cookies.extract_cookies(response)


def _cookie_header(cookies: httpx.Cookies, url: httpx.URL) -> str:
    if not cookies.jar:
        return ""
    request = request_of("GET", url, {})
    cookies.set_cookie_header(request)
    return str(request.headers.get("Cookie", ""))
