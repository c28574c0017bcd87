"""Sites that answer after 50 ms, in a process of their own, so that what is measured has the machine's other core."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.standins.linksite import LinkSite, reply

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from tests.standins.linksite import Asked

DELAY_SECONDS = 0.05
PATIENCE_SECONDS = 10


@dataclass
class SlowSites:
    """Their addresses; once they are closed, the most requests at once for one of them and the number of requests."""

    urls: list[str]
    most_at_once: int = 0
    requests: int = 0


@contextlib.contextmanager
def open_slow_sites(hosts: int, links: int) -> Iterator[SlowSites]:
    """Serve so many hosts with so many pages each."""
    spawning = multiprocessing.get_context("spawn")
    ours, theirs = spawning.Pipe()
    process = spawning.Process(target=_serve, args=(theirs, hosts, links))
    process.start()
    # With its own end closed here, a pipe whose other process has died says so (EOFError) and is not waited for.
    theirs.close()
    try:
        sites = SlowSites(ours.recv())
        yield sites
        ours.send("close")
        sites.most_at_once, sites.requests = ours.recv()
    finally:
        ours.close()
        process.join(PATIENCE_SECONDS)
        process.kill()


def _serve(connection: Connection, hosts: int, links: int) -> None:
    with contextlib.ExitStack() as stack:
        sites = [stack.enter_context(LinkSite({f"/{it}": slowly for it in range(links)})) for _ in range(hosts)]
        connection.send([site.url for site in sites])
        with contextlib.suppress(EOFError):
            connection.recv()
            connection.send((max(site.most_at_once for site in sites), sum(site.asked.total() for site in sites)))


async def slowly(asked: Asked) -> bytes:
    """A page after 50 ms."""
    await asyncio.sleep(DELAY_SECONDS)
    return reply(200, head=asked.method == "HEAD")
