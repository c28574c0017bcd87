"""Pages in the encodings that blogs still have, and in languages that are written from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsletter.decoding import decode_html

if TYPE_CHECKING:
    from tests.conftest import Newsletter


def page(words: str, charset: str, language: str = "en") -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    direction = ' dir="rtl"' if language in {"ar", "he"} else ""
    body = f"<article><h1>{words[:20]}</h1>" + f"<p>{words}</p>" * 12 + "</article>"
    head = f"<head>{meta}<title>{words[:20]}</title></head>"
    return f'<!DOCTYPE html><html lang="{language}"{direction}>{head}<body>{body}</body></html>'


@pytest.mark.parametrize(
    ("words", "label", "encoding"),
    [
        ("It’s “fine” – really.", "utf-8", "utf-8"),
        ("It’s “fine” – really.", "", "utf-8-sig"),
        ("It’s “fine” – really.", "iso-8859-1", "windows-1252"),
        ("It’s “fine” – really.", "", "windows-1252"),
        ("朝の散歩はとても静かです。", "Shift_JIS", "shift_jis"),
        ("朝の散歩はとても静かです。", "", "utf-16"),
        ("Тихое утро у воды.", "koi8-r", "koi8-r"),
    ],
)
def test_words_come_out_as_they_were_written(words: str, label: str, encoding: str) -> None:
    assert words in decode_html(page(words, label).encode(encoding))


def test_the_content_type_says_more_than_the_page() -> None:
    assert "Тихое" in decode_html("<p>Тихое</p>".encode("koi8-r"), "koi8-r")


@pytest.mark.parametrize(
    ("words", "language", "encoding"),
    [
        ("نمشي ببطء على طول الماء ونتحدث قليلا عن الأيام القادمة.", "ar", "utf-8"),
        ("אנחנו הולכים לאט לאורך המים ומדברים מעט על הימים הבאים.", "he", "windows-1255"),
        ("Sie sagte: „Wir gehen heute ganz langsam zum Wasser hinunter.“", "de", "windows-1252"),
        ("Elle a dit : « Nous marchons lentement vers l’eau ce matin. »", "fr", "utf-8"),
        ("朝の散歩はとても静かです。川まで歩いて、少し休みます。", "ja", "shift_jis"),
    ],
)
def test_a_page_keeps_its_language_all_the_way(
    newsletter: Newsletter, words: str, language: str, encoding: str
) -> None:
    (newsletter.root / "post.html").write_bytes(page(words, encoding, language).encode(encoding))
    assert newsletter.run("new", "post.html").exit_code == 0
    assert newsletter.run("build").exit_code == 0
    (folder,) = (newsletter.root / "build").iterdir()
    html = (folder / "email.html").read_text(encoding="utf-8")
    direction = "rtl" if language in {"ar", "he"} else "ltr"
    assert f'<html lang="{language}" dir="{direction}"' in html
    assert words in html
    assert words.split(maxsplit=1)[0] in (folder / "email.txt").read_text(encoding="utf-8")
    checked = newsletter.run("check")
    assert checked.exit_code == 0, checked.stdout
