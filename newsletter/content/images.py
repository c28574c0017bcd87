"""The pictures beside an issue.md: whether they are there, and how large they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from newsletter.blocks import map_blocks
from newsletter.errors import IssueError
from newsletter.model import Blocks, Image

if TYPE_CHECKING:
    from pathlib import Path


def is_remote(source: str) -> bool:
    """Whether an image's source is an address on the web and not a file beside issue.md."""
    return bool(urlsplit(source).scheme)


def measure_images(blocks: Blocks, file: Path) -> Blocks:
    """Give every image that lies beside `file` its width and height in pixels, where they are not set.

    Raises IssueError, with the line, where a picture is missing, outside the issue's folder, or not a picture.
    """
    return map_blocks(blocks, lambda block: _measure(block, file) if isinstance(block, Image) else block)


def _measure(image: Image, file: Path) -> Image:
    if is_remote(image.source):
        return image
    path = PurePosixPath(unquote(image.source))
    if path.is_absolute() or ".." in path.parts:
        hint = "Put it into the issue's folder and name it from there."
        raise IssueError(f"The image {image.source} is outside the issue.", hint=hint, file=file, line=image.line)
    width, height = _size(image, file, file.parent / path)
    if not image.width:
        return replace(image, width=width, height=height)
    return replace(image, height=image.height or round(height * image.width / width))


def _size(image: Image, file: Path, path: Path) -> tuple[int, int]:
    import PIL.Image

    try:
        with PIL.Image.open(path) as picture:
            return picture.size
    except FileNotFoundError as error:
        hint = f"Put {image.source} beside issue.md, or correct its name."
        raise IssueError(f"There is no image {image.source}.", hint=hint, file=file, line=image.line) from error
    except (OSError, ValueError, PIL.Image.DecompressionBombError) as error:
        hint = "Save it as JPEG or PNG."
        raise IssueError(f"{image.source} is not a picture.", hint=hint, file=file, line=image.line) from error
