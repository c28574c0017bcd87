"""The words around the content, in the issue's language: a file for each language, checked where it was written."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from newsletter.errors import LayoutError
from newsletter.fields import line_of
from newsletter.languages import primary_language
from newsletter.rendering.shelves import BASE, packaged_layouts
from newsletter.texts import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FALLBACK_LANGUAGE = "en"
_ENGLISH = packaged_layouts() / BASE / "strings" / f"{FALLBACK_LANGUAGE}.toml"
_PLACE = re.compile(r"\{\w+\}")
# How alike two names are where one is the other, misspelled.
_ALIKE = 0.85


def read_strings(folders: Sequence[Path], language: str) -> tuple[dict[str, str], str]:
    """Read the words in a language, or in English where the folders have none, and say in which they are.

    Raises LayoutError with file and line for words that are missing, empty, or without the place for a name.
    """
    for tag in (primary_language(language), FALLBACK_LANGUAGE):
        found = [folder / "strings" / f"{tag}.toml" for folder in reversed(folders)]
        if files := [file for file in found if file.exists()]:
            return _merge(files), language if tag == primary_language(language) else tag
    raise LayoutError("The layouts have no words around the letter.", hint="Add layouts/base/strings/en.toml.")


def _merge(files: Sequence[Path]) -> dict[str, str]:
    """Merge files, the general one first."""
    _, english = read_toml(_ENGLISH, LayoutError)
    strings: dict[str, str] = {}
    for file in files:
        text, document = read_toml(file, LayoutError)
        for name, words in document.items():
            message, hint = _find_fault(name, words, document, english)
            if message:
                line = line_of(text, name) or line_of(text, name, name)
                raise LayoutError(message, hint=hint, file=file, line=line)
        strings.update(document)
    if lacking := [f"“{name}”" for name in english if name not in strings]:
        hint = f"Copy the lines from {_ENGLISH} and translate them."
        raise LayoutError(f"There are no words for {', '.join(lacking)}.", hint=hint, file=files[-1])
    return strings


def _find_fault(name: str, words: object, own: Mapping[str, object], english: Mapping[str, str]) -> tuple[str, str]:
    """Say what is wrong with one line, and how to put it right; two empty strings where nothing is."""
    if not isinstance(words, str):
        return f"“{name}” is not text.", f'Write {name} = "words".'
    if name not in english:
        # A layout may have words of its own.
        near = [it for it in difflib.get_close_matches(name, english, n=1, cutoff=_ALIKE) if it not in own]
        return (f"No layout asks for “{name}”.", f"Did you mean “{near[0]}”?") if near else ("", "")
    # A box without a label is a matter of taste.
    if not words.strip() and not name.startswith("callout_"):
        return f"“{name}” has no words.", f'In English it is: {name} = "{english[name]}"'
    wanted, found = set(_PLACE.findall(english[name])), set(_PLACE.findall(words))
    if lacking := wanted - found:
        return f"“{name}” has no {lacking.pop()}.", f'In English it is: {name} = "{english[name]}"'
    if extra := found - wanted:
        return f"Nothing is put in the place of {extra.pop()} in “{name}”.", "Take it out, or write what it stands for."
    return "", ""
