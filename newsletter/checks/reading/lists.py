"""Lists of words, one entry to a line or several; # begins a comment."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"


def list_words(text: str) -> frozenset[str]:
    """Take the words of a text apart at spaces."""
    return frozenset(text.split())


def read_lines(name: str) -> list[str]:
    """Read the lines of a list in `data`, without comments."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
