"""Pictures that move: how long, by what their files say (GIF, APNG, WebP)."""

from __future__ import annotations

import base64
import binascii
import io
import math
import re
import warnings
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import PIL.Image

FORMATS = ("GIF", "PNG", "WEBP")
# Browsers show frames for a tenth of a second where the file states less than 20 ms.
SHORTEST_MS, USUAL_MS = 20, 100
MAX_FRAMES = 500
MAX_BYTES = 20 * 1024 * 1024
_DATA = re.compile(r"data:image/[\w.+-]+((?:;[\w=-]+)*),(.*)", re.IGNORECASE | re.DOTALL)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def seconds_of_movement(data: bytes) -> float:
    """Say how long a picture moves: 0 where it stands still or cannot be read, infinity where it never stops."""
    import PIL.Image  # slow to load, and few emails bring a picture

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", PIL.Image.DecompressionBombWarning)
            with PIL.Image.open(io.BytesIO(data), formats=FORMATS) as image:
                frames = int(getattr(image, "n_frames", 1))
                return _read_seconds(image, frames) if frames > 1 else 0.0
    except (OSError, ValueError, EOFError, SyntaxError, PIL.Image.DecompressionBombError, Warning):
        return 0.0


def _read_seconds(image: PIL.Image.Image, frames: int) -> float:
    # A GIF without a number of loops is shown once; 0 is for ever in all three formats.
    loops = int(image.info.get("loop", 1))
    if loops == 0 or frames > MAX_FRAMES:
        return math.inf
    milliseconds = 0.0
    for number in range(frames):
        image.seek(number)
        image.load()
        stated = float(image.info.get("duration") or 0)
        milliseconds += stated if stated >= SHORTEST_MS else USUAL_MS
    # What a GIF states are repetitions after the first time.
    times = loops + 1 if image.format == "GIF" and "loop" in image.info else loops
    return milliseconds * times / 1000


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
