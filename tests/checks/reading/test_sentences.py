"""Where sentences end, and where they do not."""

from __future__ import annotations

import pytest

from newsletter.checks.reading.sentences import split_sentences
from newsletter.checks.reading.words import find_words


@pytest.mark.parametrize(
    ("passage", "count"),
    [
        ("", 0),
        ("🎉", 0),
        ("A heading", 1),
        ("One. Two! Three?", 3),
        ("Dr. Low saw 3.5 people, e.g. J. Smith, at www.example.org. They left.", 2),
        ("“Is it?” she said.", 1),
        ("“Come in!” Mary said. We went in.", 2),
        ("“Stop.” He left.", 2),
        ("Write to hello@example.org. We answer.", 2),
        ("See https://example.org/a.b?c=d. It helps.", 2),
        ("We meet at 9 a.m. on Mondays. Come.", 2),
        ("We close at 5 p.m. Then we go home.", 2),
        ("She wrote to J. R. R. Tolkien. He wrote back.", 2),
        ("So am I. Nobody knows.", 2),
        ("I waited … and waited. Then it came…", 2),
        ("I waited... Then it came.", 2),
        ("Well done! 🎉 Come along 👋", 2),
        ("It costs £3.50. See No. 4 and pp. 7. No. I will not.", 4),
        ("Bread, milk, etc. The rest can wait.", 2),
        ("in small letters only. it still ends. three now.", 3),
        ("Really?! Yes.", 2),
        ("(It was late.) We went home.", 2),
        ("Warmly,\nThe Quay", 2),
        ("We went on\nand on.", 1),
        ("1. Open the door.", 1),
        ("At the U.S. border we stop.", 1),
    ],
)
def test_english(passage: str, count: int) -> None:
    assert len(split_sentences(passage)) == count


@pytest.mark.parametrize(
    ("language", "passage", "count"),
    [
        ("de", "Am 3. Oktober kommt Dr. Maier, z. B. mit dem Zug. Wir warten.", 2),
        ("fr", "M. Dupont vient avec Mme Petit. Nous attendons.", 2),
        ("es", "El Sr. García y la Dra. Ruiz vienen. ¿Quién más?", 2),
        ("nl", "Mevr. Jansen komt op 3. december, d.w.z. morgen. Wij wachten.", 2),
        ("it", "Il sig. Rossi e il dott. Bianchi arrivano. Aspettiamo.", 2),
    ],
)
def test_other_languages(language: str, passage: str, count: int) -> None:
    assert len(split_sentences(passage, language)) == count


def test_words() -> None:
    assert find_words("Don’t e-mail me@example.org, e.g. at 5, or see https://example.org/x.") == [
        "Don’t",
        "e-mail",
        "eg",
        "at",
        "or",
        "see",
    ]
