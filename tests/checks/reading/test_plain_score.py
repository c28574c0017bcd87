"""The plain score stands where published grades stand, and says what makes a text hard."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest

from newsletter.checks.reading.counts import Counts, count, read_sentences
from newsletter.checks.reading.formulas import GRADES, dale_chall_grade
from newsletter.checks.reading.passages import passages_of_blocks, passages_of_text
from newsletter.checks.reading.plain_score import MARGIN, score_plainly
from newsletter.markdown.reading import read_markdown
from tests.shared import shared_file

TEXTS = sorted((Path(__file__).parent.parent / "wording" / "plain_texts").glob("[a-z]*.md"))


def read_plain_text(file: Path) -> Counts:
    return count(read_sentences(passages_of_blocks(read_markdown(file.read_text(encoding="utf-8"))[0])))


def judge(counts: Counts) -> tuple[float, float]:
    return dale_chall_grade(counts), statistics.mean(formula.score(counts) for formula in GRADES)


@pytest.mark.parametrize("file", TEXTS, ids=lambda it: it.stem)
def test_it_stands_between_two_published_judgements_give_or_take_the_margin(file: Path) -> None:
    counts = read_plain_text(file)
    assert score_plainly(counts).grade == pytest.approx(statistics.mean(judge(counts)), abs=MARGIN)


def test_stories_for_children_are_easier_than_pages_of_offices() -> None:
    found = {file.stem: score_plainly(read_plain_text(file)).grade for file in TEXTS}
    stories = [found[name] for name in ("aesop", "peter-rabbit", "third-reader", "wizard-of-oz", "black-beauty")]
    assert max(stories) < 8.5
    assert min(found[name] for name in ("depression", "stress", "substance-use", "plain-language")) > max(stories)


@pytest.mark.parametrize(
    ("name", "driver"), [("fireside-chat", "sentences"), ("stress", "words"), ("third-reader", "neither")]
)
def test_what_makes_it_hard(name: str, driver: str) -> None:
    assert score_plainly(read_plain_text(next(file for file in TEXTS if file.stem == name))).driver == driver


def test_a_post_on_therapy_reads_as_published_formulas_say() -> None:
    text = shared_file("seed/000_13835efccf27cff8.txt").read_text(encoding="utf-8")
    counts = count(read_sentences(passages_of_text(text)))
    plain = score_plainly(counts)
    assert plain.driver == "words"
    assert all(abs(plain.grade - grade) <= MARGIN for grade in judge(counts))
