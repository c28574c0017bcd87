"""A source that has been read, and the files beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsletter.errors import SourceError
from newsletter.sources.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from newsletter.model import Reading


@dataclass(frozen=True, slots=True)
class Source:
    """A reading, where its relative pictures lie, and the pictures that it holds itself."""

    reading: Reading
    folder: Path | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def read_beside(sources: Sequence[Source], name: str) -> bytes:
    """Read a picture that lies in the folder of one of the sources; never one outside. Raises SourceError for none."""
    for source in sources:
        if source.folder is None:
            continue
        file = (source.folder / unquote(name)).resolve()
        if file.is_relative_to(source.folder.resolve()) and file.is_file():
            return read_bytes(file)
    raise SourceError("There is no such file.", hint="Put it beside the source.", file=name)
