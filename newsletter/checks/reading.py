"""How hard a text is to read: passages → sentences → words → a school grade."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.blocks import inlines_of, plain_text, walk_blocks
from newsletter.checks.syllables import count_syllables
from newsletter.model import CodeBlock, LineBreak, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsletter.checks.document import Document
    from newsletter.model import Blocks

_PASSAGE_NAMES = "p li h1 h2 h3 h4 h5 h6 td th figcaption caption blockquote dd dt div"
_PASSAGES = frozenset(_PASSAGE_NAMES.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# RFC 5321 allows 64 characters before the @; a bound also keeps the search of a long word without one short.
# The stop after an address ends the sentence and is no part of it.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[^\s.!?…]|[^\s@]{1,64}@\S*[^\s.!?…]")
# A full stop after these, after a single letter, or inside a number ends no sentence.
_ABBREVIATIONS = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|e\.g|i\.e|etc|vs|No|approx|Jr|Sr|Inc|Ltd|cf|[A-Z])\.", re.IGNORECASE
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text consists of."""

    sentences: int
    words: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        """The mean length of a sentence; 0 for no text."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade (Kincaid et al. 1975): 0.39 words/sentence + 11.8 syllables/word - 15.59."""
        if not self.words:
            return 0.0
        return 0.39 * self.words_per_sentence + 11.8 * self.syllables / self.words - 15.59


def measure(passages: Iterable[str]) -> Reading:
    """Count sentences, words and syllables; each passage is at least one sentence."""
    sentences = words = syllables = 0
    for passage in passages:
        for sentence in split_sentences(passage):
            found = _WORD.findall(sentence)
            sentences += bool(found)
            words += len(found)
            syllables += sum(map(count_syllables, found))
    return Reading(sentences, words, syllables)


def split_sentences(passage: str) -> list[str]:
    """Split a passage where sentences end, and not at abbreviations, initials, decimals or addresses."""
    text = _ADDRESS.sub(" ", passage)
    text = _ABBREVIATIONS.sub(lambda found: found[0].replace(".", ""), text)
    return [part.strip() for part in _END.split(text) if part.strip()]


def passages_of_blocks(blocks: Blocks) -> Iterator[str]:
    """Yield the passages of an issue: headings, items, captions and cells are passages of their own."""
    for block in walk_blocks(blocks):
        if isinstance(block, CodeBlock):
            continue
        for content in inlines_of(block):
            yield plain_text(tuple(Text(". ") if inline == LineBreak() else inline for inline in content))


def passages_of_html(document: Document) -> Iterator[str]:
    """Yield the passages of an HTML email: the words of each innermost block."""
    passages = [element for element in document.elements if element.name in _PASSAGES]
    around: set[int] = set()
    for element in passages:
        # Whatever holds a passage is none; where one ancestor is known to, those above it are too.
        for ancestor in element.parents:
            if id(ancestor) in around:
                break
            around.add(id(ancestor))
    yield from (document.words(element) for element in passages if id(element) not in around)
