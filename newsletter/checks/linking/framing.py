"""The body of an answer on a connection, framed as RFC 9112, section 6 says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator, Callable

    RawHeaders = list[tuple[bytes, bytes]]

PIECE_BYTES = 64 * 1024
_BODILESS = frozenset({204, 205, 304})


class Body(httpx.AsyncByteStream):
    """What follows the head of an answer. When it is closed it calls `finish` with whether it was read to its end."""

    def __init__(self, reader: asyncio.StreamReader, method: str, status: int, headers: RawHeaders) -> None:
        """Say where a body ends. Raises ValueError where it is said twice and differently."""
        self._reader = reader
        self._is_chunked = b"chunked" in b",".join(values_of(headers, b"transfer-encoding")).lower()
        self._length = None if self._is_chunked else _read_length(values_of(headers, b"content-length"))
        self._is_done = method == "HEAD" or status in _BODILESS or self._length == 0
        self.finish: Callable[[bool], None] = lambda _is_done: None

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
            piece = await self._reader.read(PIECE_BYTES if left is None else min(left, PIECE_BYTES))
            if not piece:
                if left is None:
                    return
                raise ValueError("it breaks off")
            left = None if left is None else left - len(piece)
            yield piece

    async def _chunks(self) -> AsyncIterator[bytes]:
        while length := int((await self._reader.readline()).partition(b";")[0], 16):
            async for piece in self._pieces(length):
                yield piece
            await self._reader.readline()
        while (await self._reader.readline()).strip():
            pass

    async def aclose(self) -> None:
        """Say that nothing more is read of it."""
        self.finish(self._is_done)


def values_of(headers: RawHeaders, name: bytes) -> list[bytes]:
    """List the values of a header by its name in lower case."""
    return [value for key, value in headers if key.lower() == name]


def _read_length(values: list[bytes]) -> int | None:
    """Read Content-Length; None for what is no number. Raises ValueError for two that differ, as browsers do."""
    lengths = {part.strip() for value in values for part in value.split(b",") if part.strip().isdigit()}
    if len(lengths) > 1:
        raise ValueError("it names two lengths")
    return int(lengths.pop()[:18]) if lengths else None
