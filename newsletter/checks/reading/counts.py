"""What a text consists of: sentences, words, syllables, letters, hard words."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.checks.reading.easy_words import is_easy
from newsletter.checks.reading.languages import LANGUAGES
from newsletter.checks.reading.passages import Kind, Passage, passages_of
from newsletter.checks.reading.sentences import split_sentences
from newsletter.checks.reading.syllables import count_syllables
from newsletter.checks.reading.words import bare, find_names, find_words, is_name
from newsletter.checks.tongues.settling import main_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsletter.checks.document import Document

POLYSYLLABLE = 3
_NO_LETTER = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its words, those of them that are hard (English only), and the passage that it is in."""

    text: str
    words: tuple[str, ...]
    hard: tuple[str, ...]
    passage: Passage


@dataclass(frozen=True, slots=True)
class Counts:
    """The sizes of a text. `letters` counts digits too; `hard` counts words off the easy list, names left out."""

    sentences: int
    words: int
    syllables: int
    letters: int
    polysyllables: int
    hard: int

    @property
    def words_per_sentence(self) -> float:
        """The mean length of a sentence; 0 for no text."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def syllables_per_word(self) -> float:
        """The mean length of a word in syllables; 0 for no text."""
        return self.syllables / self.words if self.words else 0.0

    @property
    def hard_percent(self) -> float:
        """How many of a hundred words are hard; 0 for no text."""
        return 100 * self.hard / self.words if self.words else 0.0


@functools.lru_cache(maxsize=1)
def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """List the sentences of a document in reading order; the rules ask for them one after another."""
    return tuple(read_sentences(passages_of(document), main_language(document)))


def read_sentences(passages: Iterable[Passage], language: str = "en") -> list[Sentence]:
    """Split passages into sentences, and those into words."""
    split = [
        (text, words, passage)
        for passage in passages
        for text in split_sentences(passage.text, language)
        if (words := find_words(text))
    ]
    if language != "en":
        return [Sentence(text, words, (), passage) for text, words, passage in split]
    titles = [_is_title(words, passage) for _, words, passage in split]
    names = find_names(words for (_, words, _), is_title in zip(split, titles, strict=True) if not is_title)
    return [
        Sentence(text, words, _hard_words(words, names, is_title=is_title), passage)
        for (text, words, passage), is_title in zip(split, titles, strict=True)
    ]


def count(sentences: Iterable[Sentence], language: str = "en") -> Counts:
    """Add up sentences; where no syllables are known for a language they count as none."""
    sentences = list(sentences)
    words = [word for sentence in sentences for word in sentence.words]
    syllables = [count_syllables(word, language) for word in words] if language in LANGUAGES else []
    return Counts(
        sentences=len(sentences),
        words=len(words),
        syllables=sum(syllables),
        letters=len(_NO_LETTER.sub("", "".join(words))),
        polysyllables=sum(number >= POLYSYLLABLE for number in syllables),
        hard=sum(len(sentence.hard) for sentence in sentences),
    )


def _hard_words(words: tuple[str, ...], names: frozenset[str], *, is_title: bool) -> tuple[str, ...]:
    """List the hard words, without names and acronyms."""
    return tuple(
        word
        for position, word in enumerate(words)
        if not is_easy(word) and not is_name(word, 0 if is_title else position) and bare(word) not in names
    )


def _is_title(words: tuple[str, ...], passage: Passage) -> bool:
    """Whether capitals mean no name: in headings, and where every longer word has one."""
    return passage.kind is Kind.HEADING or all(word[0].isupper() for word in words if len(word) > 3)  # noqa: PLR2004 - short words stay small in titles
