"""HTTP/1.1 as browsers speak it: a transport for httpx that forgives what they forgive.

httpx's own refuses an answer for one header without a colon or a length of letters, which no reader ever notices, and
takes four times as long for each. This one also connects to the very addresses that were looked up and checked.
"""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Sequence

    RawHeaders = list[tuple[bytes, bytes]]

# Chromium refuses more (net/http/http_stream_parser.cc).
MAX_HEAD_BYTES = 256 * 1024
PIECE_BYTES = 64 * 1024
MAX_HINTS = 8
_STATUS = re.compile(rb"HTTP/\d(?:\.(\d))?[ \t]+(\d{3})(?!\d)")
_BODILESS = frozenset({204, 205, 304})


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
            body = _Body(self, request.method, status, headers)
        except (OSError, ValueError, asyncio.LimitOverrunError) as error:
            self.close()
            raise httpx.RemoteProtocolError(str(error) or "the connection broke") from error
        except BaseException:
            self.close()
            raise
        kept = (_values(headers, b"connection") or [b"close" if minor == b"0" else b""])[-1].lower()
        # Some servers send a body after HEAD as well: the next answer on this connection would begin with it.
        body.idle = None if b"close" in kept or request.method == "HEAD" else idle
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

    async def read(self, count: int) -> bytes:
        """Read up to so many bytes; none at the end."""
        return await self._reader.read(count)

    async def read_line(self) -> bytes:
        """Read one line, of a chunk's length or of a trailer."""
        return await self._reader.readline()

    def close(self) -> None:
        """Close at once; a farewell of TLS would wait for the server's."""
        self._writer.transport.abort()


class _Body(httpx.AsyncByteStream):
    """The body of an answer, framed as RFC 9112, section 6 says; `aclose` gives the connection back or closes it."""

    def __init__(self, connection: _Connection, method: str, status: int, headers: RawHeaders) -> None:
        self._connection = connection
        self._is_chunked = b"chunked" in b",".join(_values(headers, b"transfer-encoding")).lower()
        self._length = None if self._is_chunked else _read_length(_values(headers, b"content-length"))
        self._is_done = method == "HEAD" or status in _BODILESS or self._length == 0
        self.idle: list[_Connection] | None = None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield what comes. Raises httpx.RemoteProtocolError where it breaks off."""
        if self._is_done:
            return
        try:
            async for piece in self._chunks() if self._is_chunked else self._pieces(self._length):
                yield piece
        except (OSError, ValueError) as error:
            raise httpx.RemoteProtocolError(str(error)) from error
        self._is_done = self._is_chunked or self._length is not None

    async def _pieces(self, length: int | None) -> AsyncIterator[bytes]:
        """Yield so many bytes, or all up to the end of the connection."""
        left = length
        while left is None or left > 0:
            piece = await self._connection.read(PIECE_BYTES if left is None else min(left, PIECE_BYTES))
            if not piece:
                if left is None:
                    return
                raise ValueError("it breaks off")
            left = None if left is None else left - len(piece)
            yield piece

    async def _chunks(self) -> AsyncIterator[bytes]:
        while length := int((await self._connection.read_line()).partition(b";")[0], 16):
            async for piece in self._pieces(length):
                yield piece
            await self._connection.read_line()
        while (await self._connection.read_line()).strip():
            pass

    async def aclose(self) -> None:
        """Keep the connection where its answer was read to the end."""
        if self._is_done and self.idle is not None:
            self.idle.append(self._connection)
        else:
            self._connection.close()


def _write_head(request: httpx.Request) -> bytes:
    lines = [b"%b %b HTTP/1.1" % (request.method.encode(), request.url.raw_path)]
    lines += [b"%b: %b" % header for header in request.headers.raw]
    return b"\r\n".join([*lines, b"", b""])


def _values(headers: RawHeaders, name: bytes) -> list[bytes]:
    return [value for key, value in headers if key.lower() == name]


def _read_length(values: list[bytes]) -> int | None:
    """Read Content-Length; None for what is no number. Raises ValueError for two that differ, as browsers do."""
    lengths = {part.strip() for value in values for part in value.split(b",") if part.strip().isdigit()}
    if len(lengths) > 1:
        raise ValueError("it names two lengths")
    return int(lengths.pop()[:18]) if lengths else None
