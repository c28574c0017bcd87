"""A body as it comes → its bytes without gzip, never more than there is room for: a bomb has no room to go off."""

from __future__ import annotations

import asyncio
import zlib
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_PLAIN = frozenset({"", "identity", "none"})
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
# zlib.decompressobj: the largest window, and 32 to tell gzip and zlib apart.
_EITHER = zlib.MAX_WBITS | 32


async def read_body(response: httpx.Response, room: int, seconds: float) -> tuple[bytes, bool]:
    """Read up to `room` bytes for up to so many seconds, and say whether that is all.

    What breaks off counts as far as it came. A body in a coding that nobody asked for is not read.
    """
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    stream = response.stream
    if not room or not isinstance(stream, httpx.AsyncByteStream) or coding not in _PLAIN | _PACKED:
        return b"", False
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for piece in _unpack(stream, room) if coding in _PACKED else stream:
                body += piece
                if len(body) > room:
                    return bytes(body[:room]), False
    except (TimeoutError, httpx.HTTPError, zlib.error):
        return bytes(body), False
    return bytes(body), True


async def _unpack(stream: httpx.AsyncByteStream, room: int) -> AsyncIterator[bytes]:
    """Unpack; gzip may have several members (RFC 1952, section 2.2). Raises zlib.error where it breaks off."""
    unpack, is_open = zlib.decompressobj(_EITHER), False
    async for piece in stream:
        packed = piece
        while packed:
            yield unpack.decompress(packed, room + 1)
            packed, is_open = unpack.unused_data, not unpack.eof
            unpack = zlib.decompressobj(_EITHER) if unpack.eof else unpack
    if is_open:
        raise zlib.error("it breaks off")
