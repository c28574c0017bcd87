"""Many links → their answers, each address asked once."""

from __future__ import annotations

import asyncio
import zlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import httpx

from newsletter.checks.linking.answers import Answer, State
from newsletter.checks.linking.asking import Question, Web
from newsletter.checks.linking.connecting import Trust
from newsletter.checks.linking.locations import origin_of, read_location, split_fragment

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable

    from newsletter.checks.linking.cache import Cache
    from newsletter.checks.linking.collecting import Reference
    from newsletter.checks.linking.limits import Limits

# What an odd site can make of an answer, from its address to its encoding: it costs no other its answer.
ODDITIES = (
    *(httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, EOFError, zlib.error),
    *(ValueError, LookupError, RuntimeError, asyncio.LimitOverrunError),
)


@dataclass(slots=True)
class _Page:
    """One address to ask, and who asks for it: href → fragment."""

    url: httpx.URL
    is_image: bool = False
    fragments: dict[str, str] = field(default_factory=dict)


def ask_links(
    references: Iterable[Reference],
    limits: Limits,
    cache: Cache,
    show: Callable[[int, int], None] = lambda _done, _total: None,
    tls: ssl.SSLContext | None = None,
) -> dict[str, Answer]:
    """Ask every distinct address once: href → answer. What is no address of the web has none.

    `show` hears how many of how many addresses are done. `tls` verifies certificates (left out: as browsers do).
    """
    pages, answers = _group(references)
    waiting = []
    for page in pages.values():
        known = {href: cache.find(str(page.url), name, is_image=page.is_image) for href, name in page.fragments.items()}
        if all(known.values()):
            answers |= {href: answer for href, answer in known.items() if answer}
        else:
            waiting.append(page)
    if waiting:
        show(0, len(waiting))
        answers |= asyncio.run(_ask_all(waiting, limits, cache, show, Trust(tls)))
        cache.save()
    return answers


def _group(references: Iterable[Reference]) -> tuple[dict[str, _Page], dict[str, Answer]]:
    """Group hrefs by the address to ask; those that cannot be read have their answer already."""
    pages: dict[str, _Page] = {}
    answers: dict[str, Answer] = {}
    for reference in references:
        try:
            url = read_location(reference.href)
        except (httpx.InvalidURL, ValueError, UnicodeError):
            answers[reference.href] = Answer(State.BROKEN, "The address is malformed")
            continue
        if url is None:
            continue
        address, name = split_fragment(url)
        page = pages.setdefault(address, _Page(url.copy_with(fragment=None)))
        page.is_image = page.is_image or reference.is_image
        page.fragments[reference.href] = name
    return pages, answers


async def _ask_all(
    pages: list[_Page], limits: Limits, cache: Cache, show: Callable[[int, int], None], trust: Trust
) -> dict[str, Answer]:
    # A copy of the limits: the turns of an event loop are its own.
    web = Web(replace(limits), trust)
    plain = _PlainHosts(web)
    answers: dict[str, Answer] = {}
    done = 0

    async def ask(page: _Page) -> None:
        nonlocal done
        names = frozenset(filter(None, page.fragments.values()))
        try:
            found = await web.ask(Question(page.url, page.is_image, names))
            found = await plain.add_secure(page.url, found)
        except ODDITIES as error:
            odd = Answer(State.UNCHECKED, f"Asking it failed ({error or type(error).__name__})")
            found = dict.fromkeys({"", *names}, odd)
        answers.update({href: found[name] for href, name in page.fragments.items()})
        for name, answer in found.items():
            cache.keep(str(page.url), name, answer)
        done += 1
        show(done, len(pages))

    try:
        async with asyncio.TaskGroup() as group:
            for page in pages:
                group.create_task(ask(page))
    finally:
        await web.close()
    return answers


class _PlainHosts:
    """Tells for http links whether https works as well; hosts that don't speak it are asked once."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._locks: dict[str, asyncio.Lock] = {}
        self._speaks_tls: dict[str, bool] = {}

    async def add_secure(self, url: httpx.URL, answers: dict[str, Answer]) -> dict[str, Answer]:
        """Add to what an http address gave the same address over https, where that works."""
        page = answers[""]
        if url.scheme != "http" or page.state is not State.WORKS:
            return answers
        secure = url.copy_with(scheme="https")
        # A port that is named speaks http: the same page over https would be at another.
        is_known = page.moved_to == str(secure)
        if not is_known and (url.port is not None or not await self._works(secure)):
            return answers
        return {
            name: replace(
                answer,
                secure=str(secure) + (f"#{name}" if name else ""),
                moved_to="" if page.moved_to == str(secure) else answer.moved_to,
            )
            for name, answer in answers.items()
        }

    async def _works(self, url: httpx.URL) -> bool:
        origin = origin_of(url)
        async with self._locks.setdefault(origin, asyncio.Lock()):
            if origin not in self._speaks_tls:
                answer = (await self._web.ask(Question(url)))[""]
                # Any status says that the connection stands, and that its certificate is good.
                self._speaks_tls[origin] = answer.status > 0
                return answer.state is State.WORKS and not answer.error_page
        if not self._speaks_tls[origin]:
            return False
        answer = (await self._web.ask(Question(url)))[""]
        return answer.state is State.WORKS and not answer.error_page
