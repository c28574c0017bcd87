"""A Word document → a reading. mammoth turns it into HTML by the meaning of its styles, not by its looks."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import mammoth
from bs4 import BeautifulSoup

from newsletter.errors import SourceError
from newsletter.model import Guess, Post, Reading
from newsletter.sources.counting import count_blocks
from newsletter.sources.outline import drop_repeated_title, settle_levels, take_title
from newsletter.sources.page.blocks import BlockReader
from newsletter.sources.page.links import Addresses

if TYPE_CHECKING:
    from mammoth.documents import Image

# An archive that unpacks to more is a bomb, or no letter.
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
STYLES = (
    "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh\np[style-name='Quote'] => blockquote:fresh"
)


def read_document(data: bytes, name: str) -> tuple[Reading, dict[str, bytes]]:
    """Read a .docx; returns the reading and its pictures, by the sources that the blocks name.

    Raises SourceError where it is not a Word document, or unpacks to more than 200 MB.
    """
    pictures: dict[str, bytes] = {}

    def keep_picture(image: Image) -> dict[str, str]:
        with image.open() as stream:
            source = f"picture-{len(pictures) + 1}.{image.content_type.rpartition('/')[2]}"
            pictures[source] = stream.read()
        return {"src": source}

    _refuse_bomb(data, name)
    try:
        converted = mammoth.convert_to_html(
            io.BytesIO(data), style_map=STYLES, convert_image=mammoth.images.img_element(keep_picture)
        )
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, AttributeError) as error:
        raise SourceError("It is not a Word document.", hint="Save it as .docx in Word.", file=name) from error
    soup = BeautifulSoup(converted.value, "lxml")
    blocks = BlockReader(Addresses()).read([soup])
    title, blocks = take_title(blocks)
    guesses = () if title else (Guess("the title, from the file's name", _stem(name)),)
    title = title or _stem(name)
    post = Post(title, settle_levels(drop_repeated_title(title, blocks)))
    return Reading(post, guesses=guesses, counts=count_blocks(blocks)), pictures


def _refuse_bomb(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise SourceError("It is not a Word document.", hint="Save it as .docx in Word.", file=name) from error
    if size > MAX_UNPACKED_BYTES:
        raise SourceError("It unpacks to more than 200 MB.", hint="Take large pictures out of it.", file=name)


def _stem(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0].replace("-", " ").replace("_", " ")
