"""How the plain score stands to published grades, and its easy words to the Dale-Chall list.

Over passages of 300 words from the plain texts of the tests, and from the pages and the post shared beside the project.
"""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.checks.document import Document
from newsletter.checks.reading.counts import count, read_sentences
from newsletter.checks.reading.easy_words import base_forms, is_easy
from newsletter.checks.reading.formulas import GRADES, dale_chall_grade
from newsletter.checks.reading.passages import passages_of_blocks, passages_of_html, passages_of_text
from newsletter.checks.reading.plain_score import score_plainly
from newsletter.markdown.reading import read_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsletter.checks.reading.counts import Counts, Sentence
    from newsletter.checks.reading.passages import Passage

PROJECT = Path(__file__).resolve().parent.parent
PLAIN_TEXTS = PROJECT / "tests" / "checks" / "wording" / "plain_texts"
SHARED = PROJECT.parent / "shared"
# French, and a page of Lorem ipsum.
LEFT_OUT = {"lemonde-1", "data-url-image"}
PASSAGE_WORDS = 300
MOST_PASSAGES = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage of a text: its sizes, and two published judgements of its grade."""

    counts: Counts
    four: float
    dale_chall: float

    @property
    def target(self) -> float:
        """What the plain score is fitted to."""
        return (self.four + self.dale_chall) / 2


def measure_plain_score() -> None:
    """Print how far the score is from either judgement, its weights fitted anew, and how our easy words compare."""
    texts = [read_sentences(passages) for passages in _texts()]
    judged = [_judge(part) for sentences in texts for part in _split(sentences)]
    four = _distance(judged, lambda it: it.four)
    dale_chall = _distance(judged, lambda it: it.dale_chall)
    weights = ", ".join(f"{weight:.3f}" for weight in _fit(judged))
    print(
        f"plain score, {len(judged)} passages of {len(texts)} texts: from Dale-Chall {dale_chall}, "
        f"from the mean of four grades {four}; fitted anew {weights}"
    )
    print(_compare_lists([sentence for sentences in texts for sentence in sentences]))


def _texts() -> Iterator[list[Passage]]:
    for file in sorted(PLAIN_TEXTS.glob("[a-z]*.md")):
        yield list(passages_of_blocks(read_markdown(file.read_text(encoding="utf-8"))[0]))
    for file in sorted((SHARED / "pages").glob("*/expected.html")):
        if file.parent.name not in LEFT_OUT:
            yield list(passages_of_html(Document(file.read_text(encoding="utf-8"))))
    for file in sorted((SHARED / "seed").glob("*.txt")):
        yield list(passages_of_text(file.read_text(encoding="utf-8")))


def _split(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Yield the first passages of a text, each of about 300 words."""
    part: list[Sentence] = []
    number = words = 0
    for sentence in sentences:
        part.append(sentence)
        words += len(sentence.words)
        if words >= PASSAGE_WORDS and number < MOST_PASSAGES:
            yield part
            part, words, number = [], 0, number + 1


def _judge(sentences: list[Sentence]) -> Judged:
    counts = count(sentences)
    return Judged(counts, statistics.mean(formula.score(counts) for formula in GRADES), dale_chall_grade(counts))


def _distance(judged: Sequence[Judged], grade: Callable[[Judged], float]) -> str:
    differences = [score_plainly(it.counts).grade - grade(it) for it in judged]
    spread = math.sqrt(statistics.mean(difference**2 for difference in differences))
    return f"{spread:.2f} (mean {statistics.mean(differences):+.2f})"


def _fit(judged: Sequence[Judged]) -> tuple[float, float, float]:
    """Fit start, weight of the length, and weight of the share by least squares."""
    lengths = [it.counts.words_per_sentence for it in judged]
    shares = [it.counts.hard_percent for it in judged]
    targets = [it.target for it in judged]
    between = statistics.covariance(lengths, shares)
    of_length, of_share = statistics.variance(lengths), statistics.variance(shares)
    with_length, with_share = statistics.covariance(lengths, targets), statistics.covariance(shares, targets)
    scale = of_length * of_share - between**2
    length = (with_length * of_share - with_share * between) / scale
    share = (with_share * of_length - with_length * between) / scale
    means = statistics.mean(targets), statistics.mean(lengths), statistics.mean(shares)
    return means[0] - length * means[1] - share * means[2], length, share


def _compare_lists(sentences: Sequence[Sentence]) -> str:
    """Say how often our easy words and the Dale-Chall list, which textstat ships, say the same of a running word."""
    easy = set((resources.files("textstat") / "resources/en/easy_words.txt").read_text(encoding="utf-8").split())
    words = [word for sentence in sentences for word in sentence.words]
    ours = [not is_easy(word) for word in words]
    theirs = [not any(base in easy for base in base_forms(word.lower())) for word in words]
    same = sum(one == other for one, other in zip(ours, theirs, strict=True)) / len(words)
    shares = f"{sum(ours) / len(words):.1%} of words hard, {sum(theirs) / len(words):.1%} by the Dale-Chall list"
    return f"easy words, names counted in: {shares}; they agree on {same:.1%} of {len(words)} running words"
