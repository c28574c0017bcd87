"""What to mend: plain words in place of hard ones, and findings that are few enough to read."""

from __future__ import annotations

import functools
import textwrap
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING

from newsletter.checks.reading.counts import sentences_of
from newsletter.checks.reading.easy_words import base_forms
from newsletter.checks.reading.lists import DATA
from newsletter.checks.recalling import searcher
from newsletter.checks.rule import Defect
from newsletter.checks.tongues.settling import main_language

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from newsletter.checks.document import Document
    from newsletter.checks.reading.passages import Passage
    from newsletter.model import Impact

MOST = 5
SHOWN_CHARACTERS = 60


def substitute(word: str) -> str:
    """Say what may stand in place of a word; empty where nothing is known."""
    return _substitutes().get(replaceable_form(word), "")


def replaceable_form(word: str) -> str:
    """Give the base form of a word for which a plain one is known; empty where none is."""
    return next((base for base in base_forms(word.lower()) if base in _substitutes()), "")


@functools.cache
def _substitutes() -> dict[str, str]:
    words: dict[str, str] = tomllib.loads((DATA / "substitutes.toml").read_text(encoding="utf-8"))["words"]
    return words


def place_defect(message: str, passage: Passage, impact: Impact | None = None) -> Defect:
    """Make a defect at a passage."""
    return Defect(message, passage.element, impact=impact, line=passage.line)


def cap_defects(defects: Iterable[Defect], most: int = MOST) -> Iterator[Defect]:
    """Yield the first defects; the last of them says how many more there are."""
    found = list(defects)
    more = len(found) - most
    yield from found[: most - 1] if more > 0 else found
    if more > 0:
        number = "is one" if more == 1 else f"are {more}"
        yield replace(found[most - 1], message=f"{found[most - 1].message} There {number} more like it.")


def find_in_sentences(
    document: Document, words: re.Pattern[str], language: str, explain: Callable[[re.Match[str]], str]
) -> Iterator[Defect]:
    """Find words in the sentences of a document in one language, one finding to a sentence."""
    if main_language(document) != language:
        return
    search = searcher(words)
    found = ((sentence, search(sentence.text)) for sentence in sentences_of(document))
    yield from cap_defects(place_defect(explain(match), sentence.passage) for sentence, match in found if match)


def shorten(text: str) -> str:
    """Show the beginning of a sentence, in whole words."""
    return textwrap.shorten(text, SHOWN_CHARACTERS, placeholder=" …", break_on_hyphens=False)
