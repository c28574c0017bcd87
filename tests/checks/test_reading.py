"""How hard a text is: sentences, words, syllables, grade."""

from __future__ import annotations

import pytest

from newsletter.checks.document import Document
from newsletter.checks.reading import measure, passages_of_blocks, passages_of_html, split_sentences
from newsletter.checks.syllables import count_syllables
from newsletter.model import CodeBlock, Heading, LineBreak, Paragraph, Text


@pytest.mark.parametrize(
    ("passage", "count"),
    [
        ("One. Two! Three?", 3),
        ("Dr. Low saw 3.5 people, e.g. J. Smith, at www.example.org. They left.", 2),
        ("“Is it?” she said.", 2),
        ("A heading", 1),
        ("", 0),
    ],
)
def test_sentences(passage: str, count: int) -> None:
    assert len(split_sentences(passage)) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1),
        ("house", 1),
        ("table", 2),
        ("walked", 1),
        ("wanted", 2),
        ("therapist", 3),
        ("being", 2),
        ("reality", 4),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert count_syllables(word) == count


def test_the_grade_is_kincaids() -> None:
    reading = measure(["The cat sat on the mat.", "The dog ran."])
    assert (reading.sentences, reading.words, reading.syllables) == (2, 9, 9)
    assert reading.grade == pytest.approx(0.39 * 4.5 + 11.8 - 15.59)
    assert measure([]).grade == 0


def test_passages_of_an_issue() -> None:
    blocks = (
        Heading(2, (Text("Small things"),)),
        Paragraph((Text("Warmly,"), LineBreak(), Text("The Quay"))),
        CodeBlock("x = 1"),
    )
    assert [measure([passage]).sentences for passage in passages_of_blocks(blocks)] == [1, 2]


def test_passages_of_html_are_the_innermost_blocks() -> None:
    document = Document("<td><div><p>One</p><ul><li>Two</li><li hidden>No</li></ul></div></td><div>Three</div>")
    assert [passage for passage in passages_of_html(document) if passage] == ["One", "Two", "Three"]
