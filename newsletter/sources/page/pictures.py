"""Which of a picture's many sources is the real one, near the width that an email needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.model import Image

if TYPE_CHECKING:
    from bs4 import Tag

    from newsletter.sources.page.links import Addresses

WANTED_WIDTH = 1200
# Greater numbers in a srcset are widths; pictures of so few pixels count readers or hold a place.
MAX_DENSITY = 10
DOT = 2
_LAZY = (
    "data-orig-file",
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-image",
    "data-full-url",
    "data-hi-res-src",
)
_LAZY_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_PLACEHOLDER = re.compile(
    r"^data:|/(?:blank|spacer|pixel|placeholder|transparent|1x1|grey|lazy|load(?:ing|er)|spinner)[\w.-]*"
    r"\.(?:gif|png|svg)",
    re.IGNORECASE,
)
_FILE = re.compile(r"(?:https?:)?/\S+\.(?:jpe?g|png|gif|webp|avif)(?:\?\S*)?$", re.IGNORECASE)
# A candidate of srcset: an address without spaces, then a width or density; addresses hold commas (Substack).
_CANDIDATE = re.compile(r"(\S+?)(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,\s+|,?$|,(?=https?://|/))")


def read_picture(image: Tag, addresses: Addresses) -> Image | None:
    """Read an <img>, inside its <picture> where it has one; None where it has no source or counts readers."""
    shown = str(image.get("src") or "")
    # The pictures of a saved page lie beside it; its larger ones may be gone from the web.
    source = addresses.picture(shown if addresses.is_beside(shown) else _original(_best_source(image)))
    if not source or _is_beacon(image):
        return None
    alt = image.get("alt")
    words = " ".join(str(alt).split()) if alt is not None else ""
    is_decorative = (
        alt is not None
        and not words
        and (image.get("role") in {"presentation", "none"} or bool(image.get("aria-hidden")))
    )
    return Image(source, words if words or is_decorative else None, decorative=is_decorative)


def _best_source(image: Tag) -> str:
    """Choose the candidate nearest to the wanted width, preferring formats that every mail program shows."""
    candidates = [pair for name in _LAZY_SETS for pair in read_srcset(str(image.get(name) or ""))]
    picture = image.find_parent("picture")
    if picture and not candidates:
        for source in picture.find_all("source"):
            for name in _LAZY_SETS:
                candidates += read_srcset(str(source.get(name) or ""))
    candidates = [(url, width) for url, width in candidates if not _PLACEHOLDER.search(url)]
    plain = [str(image.get(name)) for name in (*_LAZY, "src", *_other_data(image)) if image.get(name)]
    plain = [url for url in plain if not _PLACEHOLDER.search(url)]
    widths = [(url, width) for url, width in candidates if width > MAX_DENSITY]
    if widths:
        large = sorted((width, url) for url, width in widths if width >= WANTED_WIDTH)
        return large[0][1] if large else max((width, url) for url, width in widths)[1]
    if plain:
        return plain[0]
    return max(candidates, key=lambda pair: pair[1])[0] if candidates else ""


def _other_data(image: Tag) -> list[str]:
    """Name the other attributes that hold the address of a picture: every plugin for lazy pictures has its own."""
    return [name for name, value in image.attrs.items() if name.startswith("data-") and _FILE.match(str(value))]


def read_srcset(srcset: str) -> list[tuple[str, float]]:
    """Read a srcset as addresses with their widths in pixels, or their densities (at most 10) where it gives those."""
    return [
        (url.rstrip(","), float(number) if number else 1.0)
        for url, number, _ in _CANDIDATE.findall(srcset.strip())
        if url.rstrip(",")
    ]


def _original(url: str) -> str:
    """Undo a thumbnail: Wix keeps the original before `/v1/`."""
    return re.sub(r"(//static\.wixstatic\.com/media/[^/]+)/v1/.*", r"\1", url)


def _is_beacon(image: Tag) -> bool:
    """Whether a picture is a dot that nobody is meant to see."""
    sizes = [str(image.get(name) or "").removesuffix("px") for name in ("width", "height")]
    is_dot = any(size.isdigit() and int(size) <= DOT for size in sizes)
    return is_dot or bool(
        re.search(r"/(?:pixel|beacon|track|stat)\b|pixel\.wp\.com|feedburner\.com/~r", str(image.get("src") or ""))
    )
