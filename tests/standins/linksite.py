"""A web site on loopback whose every path is a hard case: raw answers, over HTTP and over TLS."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import ssl
    from types import TracebackType

# Gets the method, the headers as text, and how often the path was asked before; gives the bytes of an answer.
Script = Callable[["Asked"], Awaitable[bytes | None]]


PAGE = b"<title>A page</title><p>Words for readers"


class Asked:
    """One request: `method`, `target` and `head` (its lines), how many `times` the path was asked before, `writer`."""

    def __init__(self, head: str, times: int, writer: asyncio.StreamWriter) -> None:
        self.method, self.target, *_ = [*head.split("\r\n", 1)[0].split(" "), "", ""]
        self.head = head
        self.times = times
        self.writer = writer


class LinkSite:
    """The server: `paths` by path; use it as a context manager. Counts requests, connections, and requests at once."""

    def __init__(
        self, paths: dict[str, Script], tls: ssl.SSLContext | None = None, address: str = "127.0.0.1", port: int = 0
    ) -> None:
        self.paths = paths
        self.address = address
        self.asked: Counter[str] = Counter()
        self.at_once = self.most_at_once = self.connections = 0
        self.port = port
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://{self.address}:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        starting = asyncio.start_server(self._serve, self.address, self.port, ssl=self._tls, limit=2**20)
        self._server = asyncio.run_coroutine_threadsafe(starting, self._loop).result()
        self.port = self._server.sockets[0].getsockname()[1]
        self._loop.set_exception_handler(lambda _loop, _context: None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _stop(self) -> None:
        self._server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0.05)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                while await self._answer(reader, writer):
                    pass
            writer.close()
            with contextlib.suppress(OSError, TimeoutError):
                await asyncio.wait_for(writer.wait_closed(), 1)
        finally:
            writer.transport.abort()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        asked = Asked(head, 0, writer)
        path = asked.target.split("?")[0]
        asked.times = self.asked[path]
        self.asked[path] += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            data = await self.paths.get(path, not_found)(asked)
        finally:
            self.at_once -= 1
        if data is None:
            return False
        writer.write(data)
        await writer.drain()
        return True


def reply(
    status: int | str,
    body: bytes = PAGE,
    headers: str = "",
    *,
    head: bool = False,
) -> bytes:
    """The bytes of an answer; `headers` are lines, and may replace the type and the length."""
    lines = [line for line in headers.split("\n") if line]
    names = {line.split(":")[0].lower() for line in lines}
    if "content-type" not in names:
        lines.append("Content-Type: text/html; charset=utf-8")
    if not names & {"content-length", "transfer-encoding"}:
        lines.append(f"Content-Length: {len(body)}")
    words = f"{status} Words" if isinstance(status, int) else status
    start = "\r\n".join([f"HTTP/1.1 {words}", *lines, "", ""]).encode()
    return start if head else start + body


def says(status: int | str, body: bytes = PAGE, headers: str = "") -> Script:
    """The same answer each time."""

    async def script(asked: Asked) -> bytes:
        return reply(status, body, headers, head=asked.method == "HEAD")

    return script


def by_method(head: Script, get: Script) -> Script:
    """One answer to HEAD, another to GET."""

    async def script(asked: Asked) -> bytes | None:
        return await (head if asked.method == "HEAD" else get)(asked)

    return script


def in_turn(*scripts: Script) -> Script:
    """One answer after the other; the last one from then on."""

    async def script(asked: Asked) -> bytes | None:
        return await scripts[min(asked.times, len(scripts) - 1)](asked)

    return script


async def hang(_asked: Asked) -> None:
    """No answer at all."""
    await asyncio.sleep(60)


async def hang_up(_asked: Asked) -> None:
    """The connection closes without a word."""


async def not_found(asked: Asked) -> bytes:
    return reply("404 Not Found", b"<title>404</title>", head=asked.method == "HEAD")
