"""Telling languages apart: only where it is sure."""

from __future__ import annotations

import pytest

from newsletter.checks.tongues.telling import small_words, tell_other

SENTENCES = {
    "da": "Vi er her også for dig i år, og du kan skrive til os, når du vil.",
    "de": "Wir sind auch in diesem Jahr für Sie da, wenn Sie uns brauchen.",
    "en": "We are here for you this year too, and you can write to us at any time.",
    "es": "Estamos aquí para usted también este año, y nos puede escribir cuando quiera.",
    "fr": "Nous sommes là pour vous cette année aussi, et vous pouvez nous écrire.",
    "it": "Siamo qui per voi anche quest'anno, e ci potete scrivere quando non state bene.",
    "nl": "Wij zijn er ook dit jaar voor u, en u kunt ons altijd schrijven als het moet.",
    "pl": "W tym roku też jesteśmy dla was i możecie do nas pisać, kiedy jest wam źle.",
    "ru": "Мы здесь для вас и в этом году, и вы можете писать нам, когда вам плохо.",
    "el": "Είμαστε εδώ για εσάς και φέτος.",
    "he": "אנחנו כאן בשבילכם גם השנה.",
    "ja": "今年も皆さまのためにここにいます。",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_in_its_own_language(language: str) -> None:
    assert tell_other(SENTENCES[language], language) == ""


@pytest.mark.parametrize("stated", ["en", "de", "fr", "nl", "hu", "ar"])
@pytest.mark.parametrize(("language", "name"), [("de", "German"), ("en", "English"), ("nl", "Dutch"), ("fr", "French")])
def test_a_sentence_in_another_language_is_told(language: str, name: str, stated: str) -> None:
    if language != stated:
        assert tell_other(SENTENCES[language], stated) == name


@pytest.mark.parametrize(
    ("text", "stated", "told"),
    [
        (SENTENCES["el"], "en", "Greek letters"),
        (SENTENCES["ja"], "de", "Japanese letters"),
        (SENTENCES["ru"], "de", "Cyrillic letters"),
        (SENTENCES["he"], "yi", ""),
        (SENTENCES["da"], "sv", ""),  # too near
        (SENTENCES["de"], "lb", ""),  # a language whose small words are not known
        ("Anna Müller, Hotel Adlon, Berlin", "en", ""),
        ("Fin de siècle", "en", ""),
        ("Lorem ipsum dolor sit amet, consectetur adipiscing elit", "en", ""),
        ("4711 !? 🎉", "en", ""),
        ("", "en", ""),
        # Every word is a word of both.
        ("Paul put dire comment on tape", "fr", ""),
        ("Paul put dire comment on tape", "en", ""),
    ],
)
def test_what_is_unsure_is_not_told(text: str, stated: str, told: str) -> None:
    assert tell_other(text, stated) == told


def test_the_small_words_are_words_of_their_language_only_once() -> None:
    assert len(small_words()) == len({code for code, _, _ in small_words()}) >= 37
    for code, name, words in small_words():
        assert len(words) >= 25, code
        assert all(word == word.lower() for word in words), name
