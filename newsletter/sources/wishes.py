"""What a person wants otherwise than the program took it: headings undone, passages kept and dropped."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsletter.blocks import words_of
from newsletter.model import Dropped, Guess, Heading, Paragraph, Reading
from newsletter.sources.outline import settle_levels

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsletter.model import Block

_FIRST_WORDS = 12


def first_words(text: str) -> str:
    """Shorten a passage to the words by which a report names it."""
    return " ".join(text.split()[:_FIRST_WORDS])


def begins_with(text: str, beginnings: Sequence[str]) -> bool:
    """Whether a text begins with some words; case, spaces and marks do not matter."""
    plain = _plain(text)
    return any(start and plain.startswith(start) for start in map(_plain, beginnings))


def drop_passages(reading: Reading, beginnings: Sequence[str]) -> Reading:
    """Leave out the blocks that begin with words that a person named."""
    if not beginnings:
        return reading
    gone = [block for block in reading.post.blocks if begins_with(words_of(block), beginnings)]
    blocks = tuple(block for block in reading.post.blocks if block not in gone)
    dropped = [Dropped(first_words(words_of(block)), "as you asked", block.line) for block in gone]
    return replace(reading, post=replace(reading.post, blocks=blocks), dropped=(*reading.dropped, *dropped))


def unmet_wishes(readings: Sequence[Reading], keep: Sequence[str], drop: Sequence[str]) -> tuple[str, ...]:
    """Name the words to keep that no post holds, and those to drop that nothing begins with."""
    kept = " ".join(_plain(words_of(block)) for reading in readings for block in reading.post.blocks)
    asked = [it.words for reading in readings for it in reading.dropped if it.reason == "as you asked"]
    return (
        *(f"--keep “{words}”: the post holds nothing that begins so." for words in keep if _plain(words) not in kept),
        *(
            f"--drop “{words}”: nothing in the post begins so."
            for words in drop
            if not any(begins_with(it, [words]) or begins_with(words, [it]) for it in asked)
        ),
    )


def ask_headings(reading: Reading, accept: Callable[[Guess], bool]) -> Reading:
    """Let a person accept or undo each guessed heading; one that is undone becomes a paragraph."""
    guessed = [guess for guess in reading.guesses if guess.what == "a heading"]
    undone = {guess.line for guess in guessed if not accept(guess)}

    def settle(block: Block) -> Block:
        is_undone = isinstance(block, Heading) and block.line in undone
        return Paragraph(block.content, block.line) if isinstance(block, Heading) and is_undone else block

    blocks = settle_levels(tuple(settle(block) for block in reading.post.blocks))
    guesses = tuple(guess for guess in reading.guesses if guess not in guessed)
    return replace(reading, post=replace(reading.post, blocks=blocks), guesses=guesses)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
