"""Readability: seconds for 1,000 posts beside textstat, and how often the count of syllables is right."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import nltk
import textstat

from benchmarks.plain_score import measure_plain_score
from benchmarks.word_lists import read_frequencies, read_pronunciations, write_for_nltk
from newsletter.blocks import words_of
from newsletter.checks.document import Document, Letter
from newsletter.checks.reading.summary import summarise
from newsletter.checks.reading.syllables import count_by_rules, count_syllables

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsletter.model import Issue

POSTS = 1000
TURN = 100
THEIR_SCORES = (
    textstat.flesch_reading_ease,
    textstat.flesch_kincaid_grade,
    textstat.smog_index,
    textstat.automated_readability_index,
    textstat.coleman_liau_index,
    textstat.dale_chall_readability_score,
)


def measure_reading(issue: Issue) -> None:
    """Score one issue 1,000 times, each time as a new document, and its words with textstat as often."""
    text = "\n\n".join(words_of(block) for block in issue.blocks)
    letter = Letter(issue.blocks, issue.language, "")

    def read_ours(_: int) -> None:
        summarise(Document("", letter=letter))

    def read_theirs(number: int) -> None:
        # It remembers texts: each is new.
        new = f"{text}\n\nPost {number}."
        for score in THEIR_SCORES:
            score(new)

    with tempfile.TemporaryDirectory() as folder:
        write_for_nltk(Path(folder))
        nltk.data.path.insert(0, folder)
        read_theirs(POSTS)
        ours, theirs = _take_turns([read_ours, read_theirs])
    print(
        f"reading {POSTS} posts, the same scores, CPU: {ours:5.2f} s   textstat {theirs:5.2f} s   "
        f"{theirs / ours:5.2f} times as fast"
    )
    measure_syllables()
    measure_plain_score()


def measure_syllables() -> None:
    """Compare the count of syllables with CMUdict: of words in a dictionary, and weighted by how often they occur."""
    pronunciations, frequencies = read_pronunciations(), read_frequencies()
    words = [word for word in pronunciations if word in frequencies]
    total = sum(frequencies[word] for word in words)
    for name, count in (("rules alone", count_by_rules), ("with exceptions", count_syllables)):
        right = [word for word in words if count(word) in pronunciations[word]]
        share = sum(frequencies[word] for word in right) / total
        print(
            f"syllables, {name:15} {len(right) / len(words):6.1%} of {len(words)} words   {share:6.1%} of running words"
        )


def _take_turns(runs: Sequence[Callable[[int], None]]) -> list[float]:
    """Run each as many times as there are posts, in turns, and give the seconds of CPU that each took."""
    spent = [0.0] * len(runs)
    for first in range(0, POSTS, TURN):
        for place, run in enumerate(runs):
            started = time.process_time()
            for number in range(first, first + TURN):
                run(number)
            spent[place] += time.process_time() - started
    return spent
