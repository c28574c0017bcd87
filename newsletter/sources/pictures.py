"""A post's pictures → files that every mail program shows: JPEG or PNG, small, and without where they were taken."""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

import PIL.Image
import PIL.ImageOps

from newsletter.blocks import map_blocks, walk_blocks
from newsletter.errors import SourceError
from newsletter.model import Image, Video
from newsletter.sources.drawing import draw, is_drawing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from newsletter.model import Block, Blocks

MAX_WIDTH = 1200
MAX_BYTES = 400 * 1024
# A larger picture would take more memory than a newsletter is worth: 40 million pixels are 120 MB.
MAX_PIXELS = 40_000_000
OPAQUE = 255
QUALITIES = (85, 78, 70, 60, 50)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, ready to lie beside issue.md: its name, its bytes."""

    name: str
    data: bytes


def prepare_picture(data: bytes, source: str, taken: AbstractSet[str]) -> Picture:
    """Turn a picture into a JPEG (or a PNG where it has transparency or few colours) of at most 1,200 px and 400 KB.

    All metadata (EXIF: place, camera, person) is left behind. A small animated GIF stays as it is. `taken` holds the
    names that are used already. Raises SourceError where the bytes are not a picture, or too large a one.
    """
    if is_drawing(data):
        data = draw(data, source)
    too_large = SourceError("The picture is too large.", hint="Save it with fewer pixels.", file=source)
    try:
        with (
            warnings.catch_warnings(action="error", category=PIL.Image.DecompressionBombWarning),
            _open(data) as opened,
        ):
            if opened.width * opened.height > MAX_PIXELS:
                raise too_large
            if getattr(opened, "is_animated", False) and opened.format == "GIF" and len(data) <= MAX_BYTES:
                return Picture(_name(source, "gif", taken), data)
            picture = PIL.ImageOps.exif_transpose(opened)
            encoded, ending = _encode(_shrink(picture, MAX_WIDTH))
    except (PIL.Image.DecompressionBombError, PIL.Image.DecompressionBombWarning) as error:
        raise too_large from error
    except (OSError, ValueError, SyntaxError) as error:
        raise SourceError("It is not a picture.", hint="Save it as JPEG or PNG.", file=source) from error
    return Picture(_name(source, ending, taken), encoded)


def _open(data: bytes) -> PIL.Image.Image:
    return PIL.Image.open(io.BytesIO(data))


def _encode(picture: PIL.Image.Image) -> tuple[bytes, str]:
    """Encode within the limit: PNG where it is needed or smaller, else JPEG of falling quality, then falling size."""
    if _needs_png(picture):
        data = _save(picture, "PNG", optimize=True)
        if len(data) <= MAX_BYTES:
            return data, "png"
    flat = _flatten(picture)
    while True:
        for quality in QUALITIES:
            data = _save(flat, "JPEG", quality=quality, optimize=True, progressive=True)
            if len(data) <= MAX_BYTES:
                return data, "jpg"
        flat = _shrink(flat, flat.width * 3 // 4)


def _needs_png(picture: PIL.Image.Image) -> bool:
    """Whether a picture has transparency, or so few colours that it is a drawing."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        lowest, _ = picture.convert("RGBA").getchannel("A").getextrema()
        if isinstance(lowest, int | float) and lowest < OPAQUE:
            return True
    return picture.convert("RGB").getcolors(256) is not None


def _flatten(picture: PIL.Image.Image) -> PIL.Image.Image:
    """Put a picture on white, as pages do."""
    if picture.mode in {"RGBA", "LA", "PA", "P"}:
        layered = picture.convert("RGBA")
        white = PIL.Image.new("RGBA", layered.size, "white")
        return PIL.Image.alpha_composite(white, layered).convert("RGB")
    return picture.convert("RGB")


def _shrink(picture: PIL.Image.Image, width: int) -> PIL.Image.Image:
    if picture.width <= width:
        return picture.copy()
    height = max(1, round(picture.height * width / picture.width))
    source = picture.convert("RGBA") if picture.mode in {"P", "PA", "LA"} else picture
    return source.resize((width, height), PIL.Image.Resampling.LANCZOS)


def _save(picture: PIL.Image.Image, kind: str, **options: bool | int) -> bytes:
    buffer = io.BytesIO()
    # A copy of the pixels alone: Pillow would write EXIF, profiles and comments that it finds in `info`.
    bare = PIL.Image.new(picture.mode, picture.size)
    bare.paste(picture)
    if picture.mode == "P" and (palette := picture.getpalette()):
        bare.putpalette(palette)
    bare.save(buffer, kind, **options)
    return buffer.getvalue()


def _name(source: str, ending: str, taken: AbstractSet[str]) -> str:
    """Name a file after its source, in letters that no system trips over, and unlike the others."""
    stem = PurePosixPath(unquote(re.sub(r"[?#].*", "", source, flags=re.DOTALL))).stem
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"-(?:\d+x\d+|scaled|e\d{10,})$", "", "-".join(re.findall(r"[a-z0-9]+", plain)))[:50].strip("-")
    return next(name for name in _numbered(words or "picture", ending) if name not in taken)


def _numbered(stem: str, ending: str) -> Iterator[str]:
    yield f"{stem}.{ending}"
    number = 2
    while True:
        yield f"{stem}-{number}.{ending}"
        number += 1


def gather_pictures(blocks: Blocks, read: Callable[[str], bytes]) -> Iterator[tuple[str, Picture | SourceError]]:
    """Read and prepare each picture of the blocks once; yield its source with the picture, or with what went wrong."""
    taken: set[str] = set()
    for source in dict.fromkeys(source for block in walk_blocks(blocks) if (source := picture_source(block))):
        try:
            picture = prepare_picture(read(source), source, taken)
        except SourceError as error:
            yield source, error
        else:
            taken.add(picture.name)
            yield source, picture


def picture_source(block: Block) -> str:
    """Name the picture that a block shows; empty where it shows none."""
    match block:
        case Image(source):
            return source
        case Video():
            return block.poster
    return ""


def replace_pictures(blocks: Blocks, names: Mapping[str, str]) -> Blocks:
    """Point blocks at the files that were made of their pictures."""

    def change(block: Block) -> Block:
        name = names.get(picture_source(block), "")
        match block:
            case Image() if name:
                return replace(block, source=name)
            case Video() if name:
                return replace(block, poster=name)
        return block

    return map_blocks(blocks, change)
