"""Repairs: what they change, and that nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.document import Document
from newsletter.checks.repairs.files import repair
from newsletter.checks.rule import all_rules
from newsletter.decoding import decode_html
from newsletter.errors import TargetError

FILE = Path("a.html")
REPAIRED = {"html-lang-missing", "content-lang-missing", "content-dir-missing", "layout-table-role-missing"}
PIECES = st.sampled_from(
    [
        "<html>", "<html lang=de>", "<html\r\n lang='' >", "<head>", "<title></title>", "</head>", "<body>", "</body>",
        "<table>", "<TABLE role='' border=0>", "<tr><th>A<th>B</tr>", "<tr><td>ü</td></tr>", "</table>", "<p>Grüße",
        "<p dir=rtl lang='ar'>", "</p>", "\r\n", "\n", "\t", "<img src=spacer.gif>", '<img width="1" height="1" src=a>',
        "<img src='a.png'>", "<!-- <table> -->", "<meta name=viewport content='user-scalable=no, width=600'>", "<", ">",
        "<div", "=\"'", "<![x", "<a href=b>words</a>", "&amp;", "\u2028",
    ]
)  # fmt: skip


def fix(html: str, language: str = "") -> str:
    return repair(html.encode(), FILE, language).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<html><body lang=de>", '<html lang="de"><body lang=de>'),
        ("<HTML xmlns='a'\r\n  LANG=''><p>A</p>", "<HTML xmlns='a'\r\n  LANG=''><p>A</p>"),
        ("<table><tr><td>A", '<table role="presentation"><tr><td>A'),
        ("<img  width=1 height='1' src=a.gif />", "<img alt=\"\"  width=1 height='1' src=a.gif />"),
        ("<img src=https://example.org/spacer.gif?a>", '<img alt="" src=https://example.org/spacer.gif?a>'),
        ("<a href=b><img src=spacer.gif></a>", "<a href=b><img src=spacer.gif></a>"),
        ("<img src=a.png>", "<img src=a.png>"),
        (
            '<meta name="viewport" content="width=device-width, maximum-scale=1.0,user-scalable=no">',
            '<meta name="viewport" content="width=device-width">',
        ),
        (
            "<table><tr><th>A<th>B</tr><tr><th>C<td>D</tr></table>",
            '<table><tr><th scope="col">A<th scope="col">B</tr><tr><th scope="row">C<td>D</tr></table>',
        ),
    ],
)
def test_repairs(before: str, after: str) -> None:
    assert fix(before) == after


def test_the_language_of_an_email_that_states_none_can_be_said() -> None:
    html = "<html><body><p>Shalom</p></body></html>"
    assert fix(html) == html
    assert fix(html, "he") == '<html lang="he"><body><p dir="rtl" lang="he">Shalom</p></body></html>'


@given(st.lists(PIECES, max_size=14).map("".join))
def test_a_second_run_changes_nothing_and_words_stay(html: str) -> None:
    once = fix(html, "en")
    assert fix(once, "en") == once
    words = [Document(text).soup.get_text() for text in (html, once)]
    assert words[0] == words[1]
    if not any(it in html for it in ("role=''", "lang=''", "user-scalable")):
        characters = iter(once)
        assert all(character in characters for character in html), "something was taken away"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_bytes_stay_in_every_encoding(encoding: str) -> None:
    charset = "windows-1252" if encoding == "cp1252" else "utf-8"
    html = f"<html lang=de><meta charset={charset}>\r\n<p lang=de dir=ltr>Grüße\r\n<table><tr><td>A</table>"
    after = repair(html.encode(encoding), FILE)
    assert after == html.replace("<table>", '<table role="presentation">').encode(encoding)


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(TargetError):
        repair(b"<meta charset=utf-8><table><tr><td>\xff", FILE)


def test_an_email_is_repaired_where_its_html_stands_as_it_is() -> None:
    head = b"Subject: Greetings & more\r\nContent-Type: text/html; charset=utf-8\r\n"
    html = "<html lang=de><head></head><p lang=de dir=ltr>Grüße</html>\r\n".encode()
    eight = head + b"Content-Transfer-Encoding: 8bit\r\n\r\n"
    after = repair(eight + html, Path("a.eml"))
    assert after == eight + html.replace(b"<head>", b"<head><title>Greetings &amp; more</title>")
    with pytest.raises(TargetError):
        repair(head + b"Content-Transfer-Encoding: base64\r\n\r\nPHA+QTwvcD4=\r\n", Path("a.eml"))
    with pytest.raises(TargetError):
        repair(b"DKIM-Signature: v=1\r\n" + eight + html, Path("a.eml"))


def test_rules_are_silent_after_their_repair() -> None:
    rules = [rule for rule in all_rules() if rule.name in REPAIRED]
    html = "<html><body><div>Good morning</div><table><tr><td>A</td></tr></table></body></html>"
    assert {rule.name for rule in rules if [*rule.find(Document(html))]} == REPAIRED
    after = Document(decode_html(repair(html.encode(), FILE, "en")))
    assert [rule.name for rule in rules for _ in rule.find(after)] == []
