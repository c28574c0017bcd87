"""The pictures beside an issue.md: whether they are there, and how large they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from newsletter.blocks import map_blocks
from newsletter.errors import IssueError
from newsletter.model import Block, Blocks, Image, Video

if TYPE_CHECKING:
    from pathlib import Path


def is_remote(source: str) -> bool:
    """Whether an image's source is an address on the web and not a file beside issue.md."""
    return bool(urlsplit(source).scheme)


def measure_images(blocks: Blocks, file: Path) -> Blocks:
    """Give every image and poster that lies beside `file` its width and height in pixels, where they are not set.

    Raises IssueError, with the line, where a picture is missing, outside the issue's folder, or not a picture.
    """
    return map_blocks(blocks, lambda block: _measure(block, file))


def _measure(block: Block, file: Path) -> Block:
    match block:
        case Image(source, line=line) if not is_remote(source):
            width, height = _size(source, line, file)
            if not block.width:
                return replace(block, width=width, height=height)
            return replace(block, height=block.height or round(height * block.width / width))
        case Video(_, _, poster, line=line) if poster and not is_remote(poster):
            width, height = _size(poster, line, file)
            return replace(block, width=width, height=height)
    return block


def _size(source: str, line: int, file: Path) -> tuple[int, int]:
    """Measure the picture that `source` names on a line of `file`."""
    import PIL.Image

    path = PurePosixPath(unquote(source))
    if path.is_absolute() or ".." in path.parts:
        hint = "Put it into the issue's folder and name it from there."
        raise IssueError(f"The image {source} is outside the issue.", hint=hint, file=file, line=line)
    try:
        with PIL.Image.open(file.parent / path) as picture:
            return picture.size
    except FileNotFoundError as error:
        hint = f"Put {source} beside issue.md, or correct its name."
        raise IssueError(f"There is no image {source}.", hint=hint, file=file, line=line) from error
    except (OSError, ValueError, PIL.Image.DecompressionBombError) as error:
        raise IssueError(f"{source} is not a picture.", hint="Save it as JPEG or PNG.", file=file, line=line) from error
