"""How long each frame of a picture is shown, and how often all of them are: read from its file, no pixel decoded."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PNG = b"\x89PNG\r\n\x1a\n"
GIF = (b"GIF87a", b"GIF89a")
# Application extensions that say how often a GIF is repeated.
_REPEATING = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_EXTENSION, _IMAGE, _CONTROL, _APPLICATION = 0x21, 0x2C, 0xF9, 0xFF
# Times, or the milliseconds of a frame.
Fact = tuple[str, float]


def read_frames(data: bytes) -> Iterator[Fact]:
    """Yield `("times", n)` where the file says how often it is shown (infinity: for ever), `("frame", milliseconds)`.

    Of a file that breaks off, what stands before; nothing of a picture of another kind.
    """
    reader: Callable[[bytes], Iterator[Fact]] | None = None
    if data.startswith(GIF):
        reader = _read_gif
    elif data.startswith(PNG):
        reader = _read_png
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        reader = _read_webp
    try:
        yield from reader(data) if reader else ()
    except IndexError:
        return


def _read_gif(data: bytes) -> Iterator[Fact]:
    """Read the blocks of a GIF (https://www.w3.org/Graphics/GIF/spec-gif89a.txt)."""
    position, delay = 13 + _size_of_colours(data[10]), 0
    while (kind := data[position]) in {_EXTENSION, _IMAGE}:
        if kind == _IMAGE:
            yield "frame", delay * 10
            delay = 0
            # Its place and size, its colours, a byte for the decoder, and the pixels.
            position += 11 + _size_of_colours(data[position + 9])
        else:
            label, start = data[position + 1], position + 3
            if label == _CONTROL:
                delay = _little(data, start + 1, 2)
            elif label == _APPLICATION and data[start : start + 11] in _REPEATING and data[start + 12] == 1:
                # What a GIF states are repetitions after the first time.
                yield "times", _times(_little(data, start + 13, 2), 1)
            position += 2
        while length := data[position]:
            position += 1 + length
        position += 1


def _size_of_colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _read_png(data: bytes) -> Iterator[Fact]:
    """Read the chunks of an APNG (https://www.w3.org/TR/png-3/, section 11.3.6)."""
    position = len(PNG)
    while position + 8 <= len(data):
        length, kind, start = _big(data, position, 4), data[position + 4 : position + 8], position + 8
        if kind == b"acTL":
            yield "times", _times(_big(data, start + 4, 4))
        elif kind == b"fcTL":
            yield "frame", 1000 * _big(data, start + 20, 2) / (_big(data, start + 22, 2) or 100)
        position = start + length + 4


def _read_webp(data: bytes) -> Iterator[Fact]:
    """Read the chunks of a WebP (https://developers.google.com/speed/webp/docs/riff_container)."""
    position = 12
    while position + 8 <= len(data):
        kind, length, start = data[position : position + 4], _little(data, position + 4, 4), position + 8
        if kind == b"ANIM":
            yield "times", _times(_little(data, start + 4, 2))
        elif kind == b"ANMF":
            yield "frame", _little(data, start + 12, 3)
        position = start + length + length % 2


def _times(stated: int, more: int = 0) -> float:
    return stated + more if stated else math.inf


def _little(data: bytes, start: int, length: int) -> int:
    return int.from_bytes(_take(data, start, length), "little")


def _big(data: bytes, start: int, length: int) -> int:
    return int.from_bytes(_take(data, start, length), "big")


def _take(data: bytes, start: int, length: int) -> bytes:
    """Take bytes that must be there. Raises IndexError where the file breaks off."""
    if start + length > len(data):
        raise IndexError(start)
    return data[start : start + length]
