"""HTTP/1.1 as browsers speak it: a transport for httpx that forgives what they forgive.

httpx's own refuses an answer for one header without a colon or a length of letters, which no reader ever notices, and
takes four times as long for each. This one also connects to the very addresses that were looked up and checked.
"""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import httpx

from newsletter.checks.linking.framing import Body, values_of

if TYPE_CHECKING:
    import ssl
    from collections.abc import Sequence

    from newsletter.checks.linking.framing import RawHeaders

# Chromium refuses more (net/http/http_stream_parser.cc).
MAX_HEAD_BYTES = 256 * 1024
MAX_HINTS = 8
_STATUS = re.compile(rb"HTTP/\d(?:\.(\d))?[ \t]+(\d{3})(?!\d)")


class Wire(httpx.AsyncBaseTransport):
    """Connections to one scheme, host and port, kept for the next request where the server keeps them."""

    def __init__(self, addresses: Sequence[str], port: int, tls: ssl.SSLContext | None, name: str) -> None:
        """Take IP addresses in the order to try them, and the name that a certificate must have."""
        self._addresses = addresses
        self._port = port
        self._tls = tls
        self._name = name
        self._idle: list[_Connection] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. Raises httpx.ConnectError, or another httpx.TransportError where it breaks later."""
        while self._idle:
            connection = self._idle.pop()
            try:
                return await connection.exchange(request, self._idle)
            except httpx.TransportError:
                continue  # the server closed it in the meantime, or left something unread on it
        return await (await self._connect(request)).exchange(request, self._idle)

    async def _connect(self, request: httpx.Request) -> _Connection:
        """Connect to the first address that takes the connection; all but the last have a share of the time."""
        seconds: float = request.extensions["timeout"]["connect"]
        for address in self._addresses[:-1]:
            try:
                async with asyncio.timeout(seconds / 4):
                    return await self._connect_to(address)
            except (TimeoutError, httpx.ConnectError):
                continue
        return await self._connect_to(self._addresses[-1])

    async def _connect_to(self, address: str) -> _Connection:
        name = self._name if self._tls else None
        try:
            streams = await asyncio.open_connection(
                address, self._port, ssl=self._tls, server_hostname=name, limit=MAX_HEAD_BYTES
            )
        except OSError as error:
            raise httpx.ConnectError(str(error)) from error
        return _Connection(*streams)

    async def aclose(self) -> None:
        """Close what is open."""
        for connection in self._idle:
            connection.close()


class _Connection:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def exchange(self, request: httpx.Request, idle: list[_Connection]) -> httpx.Response:
        """Send a request and read the head of the answer; its body is read later, and then this one is `idle` again."""
        try:
            self._writer.write(_write_head(request))
            await self._writer.drain()
            minor, status, headers = await self._read_final_head()
            body = Body(self._reader, request.method, status, headers)
        except (OSError, ValueError, asyncio.LimitOverrunError) as error:
            self.close()
            raise httpx.RemoteProtocolError(str(error) or "the connection broke") from error
        except BaseException:
            self.close()
            raise
        kept = (values_of(headers, b"connection") or [b"close" if minor == b"0" else b""])[-1].lower()
        # Some servers send a body after HEAD as well: the next answer on this connection would begin with it.
        is_kept = b"close" not in kept and request.method != "HEAD"
        body.finish = lambda is_done: idle.append(self) if is_done and is_kept else self.close()
        return httpx.Response(status, headers=headers, stream=body)

    async def _read_final_head(self) -> tuple[bytes, int, RawHeaders]:
        for _ in range(MAX_HINTS):
            minor, status, headers = await self._read_head()
            if not 100 <= status < 200:  # noqa: PLR2004 - 1xx only announces an answer (RFC 9110, section 15.2)
                return minor, status, headers
        raise ValueError("it announces an answer again and again")

    async def _read_head(self) -> tuple[bytes, int, RawHeaders]:
        """Read up to the empty line; lines that are no headers are skipped."""
        first = await self._reader.readline()
        found = _STATUS.match(first)
        if not found:
            raise ValueError(f"it says {first[:40]!r}" if first.strip() else "it hung up")
        headers: RawHeaders = []
        room = MAX_HEAD_BYTES
        while (line := await self._reader.readline()).strip(b"\r\n"):
            room -= len(line)
            if room < 0:
                raise ValueError("its headers are too long")
            name, colon, value = line.partition(b":")
            if line[:1] in b" \t" and headers:
                headers[-1] = (headers[-1][0], headers[-1][1] + b" " + line.strip())
            elif colon and name.strip():
                headers.append((name.strip(), value.strip()))
        return found[1] or b"1", int(found[2]), headers

    def close(self) -> None:
        """Close at once; a farewell of TLS would wait for the server's."""
        self._writer.transport.abort()


def _write_head(request: httpx.Request) -> bytes:
    lines = [b"%b %b HTTP/1.1" % (request.method.encode(), request.url.raw_path)]
    lines += [b"%b: %b" % header for header in request.headers.raw]
    return b"\r\n".join([*lines, b"", b""])
