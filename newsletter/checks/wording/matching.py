"""Where words of a list stand in a document: not in quotations, names or somebody else's words."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from newsletter.checks.reading.counts import sentences_of
from newsletter.checks.reading.passages import Kind
from newsletter.checks.recalling import recalled, searcher
from newsletter.checks.tongues.settling import main_language
from newsletter.checks.wording.entries import WordList, between_words, list_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsletter.checks.document import Document
    from newsletter.checks.reading.counts import Sentence
    from newsletter.checks.wording.entries import Entry

_QUOTED = re.compile(r"“[^”]{0,300}”|„[^“”]{0,300}[“”]|«[^»]{0,300}»|\"[^\"]{0,300}\"|(?<!\w)‘[^’]{0,100}’(?!\w)")

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def words_for(document: Document) -> WordList:
    """Choose the list for a document: its language's, with what its newsletter adds and silences."""
    return list_of(main_language(document), document.own_words)


def find_entries(document: Document, entries: Iterable[Entry]) -> Iterator[tuple[Entry, str, Sentence]]:
    """Yield the entries that a document's own sentences use, with the words as they stand there."""
    known = tuple(entries)
    language = main_language(document)
    # In most sentences no entry stands, and one search tells.
    joined = _join(known)
    search = searcher(joined) if joined else None
    for sentence in sentences_of(document):
        if sentence.passage.kind is Kind.QUOTE:
            continue
        plain = without_quotations(sentence.text)
        if search and not search(plain):
            continue
        for entry in known:
            if words := _match(entry, plain, language):
                yield entry, words, sentence


def match_entry(entry: Entry, text: str, language: str = "en") -> str:
    """Find an entry in one sentence, empty where it is not there, is quoted, or is a name."""
    return _match(entry, without_quotations(text), language)


@recalled
def without_quotations(text: str) -> str:
    """Put spaces for what a sentence quotes: those are somebody else's words."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), text)


@functools.lru_cache(maxsize=8)
def _join(entries: tuple[Entry, ...]) -> re.Pattern[str] | None:
    """Join patterns into one; None where one has groups, whose numbers and names count in it alone."""
    if any(entry.regex.groups for entry in entries):
        return None
    return between_words("|".join(f"(?:{entry.pattern})" for entry in entries))


def _match(entry: Entry, plain: str, language: str) -> str:
    # Most entries stand in no sentence: what excuses them is looked for last.
    words = next((it[0] for it in entry.regex.finditer(plain) if not _is_named(it, plain, language)), "")
    return "" if words and entry.unless and re.search(entry.unless, plain, re.IGNORECASE) else words


def _is_named(found: re.Match[str], text: str, language: str) -> bool:
    """Whether the words are part of a name or a title: a capital where a sentence in small letters goes on."""
    # In German every noun has a capital.
    if language == "de" or not found[0][0].isupper() or not re.search(r"\w", text[: found.start()]):
        return False
    return any(word.islower() for word in _LONG_WORD.findall(text))
