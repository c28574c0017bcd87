"""What is said: lines, and the pieces that they are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, and what the screen reader says they are: `heading level 2`, `link`, `image`; empty for plain words.

    Words that follow one which `is_whole` are no longer what it is.
    """

    role: str
    words: str
    is_whole: bool = False

    def __str__(self) -> str:
        """The piece as it is heard."""
        return " ".join(part for part in (self.role, self.words) if part)


@dataclass(frozen=True, slots=True)
class Line:
    """What is said between two pauses.

    `depth` counts the lists, quotes and tables around it; `language` is set where it is not the document's.
    """

    pieces: tuple[Piece, ...]
    depth: int = 0
    language: str = ""

    def __str__(self) -> str:
        """The line as it is heard."""
        return " ".join(map(str, self.pieces))
