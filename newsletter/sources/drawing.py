"""SVG → PNG, in a process of its own: a drawing can be made to use up all memory, and must not end the program."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from newsletter.errors import SourceError

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

MAX_SECONDS = 10
MAX_MEMORY_BYTES = 1024 * 1024 * 1024
MAX_WIDTH = 1200
MAX_HEIGHT = 4000
_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?xml.{0,200}?\?>|<!--.{0,500}?-->|<!DOCTYPE svg.{0,500}?>)*<svg\b", re.DOTALL
)
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")


def is_drawing(data: bytes) -> bool:
    """Whether bytes are an SVG, by how they begin."""
    return _BEGINNING.match(data) is not None


def draw(data: bytes, source: str) -> bytes:
    """Draw an SVG as a PNG of its own size, at most 1,200 px wide. Raises SourceError where that cannot be done."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "newsletter.sources.drawing"],
            input=data,
            capture_output=True,
            timeout=MAX_SECONDS,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        hint = "Mail programs show no SVG: open it in a browser, and save it as PNG."
        raise SourceError("The drawing cannot be turned into a PNG.", hint=hint, file=source) from error
    return done.stdout


def main() -> None:
    """Read an SVG from standard input, write a PNG to standard output."""
    import resvg_py
    from bs4 import BeautifulSoup

    _limit_memory()
    soup = BeautifulSoup(sys.stdin.buffer.read(), "xml")
    # Files of this machine are none of the drawing's business.
    for image in soup.find_all(["image", "feImage"]):
        if not str(image.get("href") or image.get("xlink:href") or "").startswith("data:image/"):
            image.extract()
    width, height = _size(soup)
    if height > MAX_HEIGHT:
        sys.exit("The drawing is too high.")
    sys.stdout.buffer.write(resvg_py.svg_to_bytes(svg_string=str(soup), width=width, background="white"))


def _size(soup: BeautifulSoup) -> tuple[int, float]:
    """Give the width at which to draw, and the height that this means, in pixels."""
    root = soup.find("svg")
    box = [float(it) for it in re.findall(r"-?[\d.]+", str(root.get("viewBox") or ""))] if root else []
    inner = box[2:] if len(box) == 4 and min(box[2:]) > 0 else [300.0, 150.0]  # noqa: PLR2004 - x, y, width, height
    said = [_NUMBER.fullmatch(str(root.get(name) or "")) if root else None for name in ("width", "height")]
    own_width = float(said[0][1]) if said[0] else inner[0]
    own_height = float(said[1][1]) if said[1] else own_width * inner[1] / inner[0]
    width = max(1, min(MAX_WIDTH, round(own_width)))
    return width, width * own_height / max(own_width, 1)


def _limit_memory() -> None:
    """Let an allocation without bounds fail here, where the system can do so."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))


if __name__ == "__main__":
    main()
