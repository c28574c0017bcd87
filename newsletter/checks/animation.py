"""Pictures that move: how long, by what their files say (GIF, APNG, WebP)."""

from __future__ import annotations

import base64
import binascii
import math
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

from newsletter.checks.frames import read_frames

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Browsers show frames for a tenth of a second where the file states less than 20 ms.
SHORTEST_MS, USUAL_MS = 20, 100
# How long it moves beyond that makes no difference.
ENOUGH_SECONDS = 60
MAX_BYTES = 20 * 1024 * 1024
_DATA = re.compile(r"data:image/[\w.+-]+((?:;[\w=-]+)*),(.*)", re.IGNORECASE | re.DOTALL)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def seconds_of_movement(data: bytes) -> float:
    """Say how long a picture moves: 0 where it stands still or cannot be read, infinity where it never stops.

    Reading ends where it has moved for longer than `ENOUGH_SECONDS`.
    """
    times, frames, milliseconds = 1.0, 0, 0.0
    for kind, value in read_frames(data):
        if kind == "times":
            times = value
        else:
            frames += 1
            milliseconds += value if value >= SHORTEST_MS else USUAL_MS
        if frames > 1 and (milliseconds > ENOUGH_SECONDS * 1000 or times == math.inf):
            break
    return milliseconds * times / 1000 if frames > 1 else 0.0


def read_embedded(source: str) -> bytes | None:
    """Read a picture that stands in its own address (data:); None for any other."""
    found = _DATA.match(source.strip())
    if found is None:
        return None
    if "base64" not in found[1].lower():
        return unquote_to_bytes(found[2])
    try:
        return base64.b64decode(found[2])
    except (binascii.Error, ValueError):
        return None


def reader_beside(folder: Path, own: str = "") -> Callable[[str], bytes | None]:
    """Make what reads pictures from `folder`: by relative addresses, and by those that begin with `own`."""

    def read(source: str) -> bytes | None:
        if own and source.startswith(own):
            source = source.removeprefix(own)
        elif _SCHEME.match(source):
            return None
        try:
            file = (folder / unquote(re.sub(r"[?#].*", "", source)).lstrip("/")).resolve()
            # A picture lies in the folder; a pipe would never end.
            if not file.is_relative_to(folder.resolve()) or not file.is_file():
                return None
            with file.open("rb") as stream:
                return stream.read(MAX_BYTES)
        except (OSError, ValueError):
            return None

    return read
