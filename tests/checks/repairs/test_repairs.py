"""Repairs: what they change, and that nothing else changes."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.document import Document
from newsletter.checks.repairs.files import repair
from newsletter.checks.rule import all_rules
from newsletter.errors import TargetError

FILE = Path("a.html")
# What --fix puts right: the rule that asks for it, and an email in which it speaks.
REPAIRED = {
    "html-lang-missing": "<html dir=ltr><body><p lang=de dir=ltr>Guten Tag</p></body></html>",
    "html-dir-missing": "<html lang=ar><body><p lang=ar dir=rtl>مرحبا</p></body></html>",
    "content-lang-missing": "<html lang='de'\r\n dir=ltr><body><P DIR=ltr>Guten Tag</P><img alt='' src=a></html>",
    "content-dir-missing": "<html lang=he dir=rtl><body><p lang=he>שלום</p>\n\n<p lang=he>שלום</p></body></html>",
    "layout-table-role-missing": "<TABLE\n border=0><tr><td><table role=''><tr><td>A</TABLE></table>",
    "outlook-table-role-missing": "<!--[if mso]><table width=9><tr><td><![endif]-->A<!--[if mso]></table><![endif]-->",
    "pixel-alt-missing": "<img src=open.gif?id=1 width=1 height=1 style='display:block'/>A",
    "image-alt-missing": "<p>A<img src=https://example.org/i/spacer.gif width=20></p>",
    "zoom-disabled": "<head><meta content='width=device-width; maximum-scale=1' name=Viewport></head><p>A</p>",
}
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
        ("<html><body lang=de>", '<html dir="ltr" lang="de"><body lang=de>'),
        ("<HTML xmlns='a'\r\n  LANG=''><p>A</p>", "<HTML xmlns='a'\r\n  LANG=''><p>A</p>"),
        ("<table><tr><td>A", '<table role="presentation"><tr><td>A'),
        ("<img  width=1 height='1' src=a.gif />", "<img alt=\"\"  width=1 height='1' src=a.gif />"),
        ("<img src=https://example.org/spacer.gif?a>", '<img alt="" src=https://example.org/spacer.gif?a>'),
        ("<a href=b><img src=spacer.gif></a>", "<a href=b><img src=spacer.gif></a>"),
        ("<img src=a.png>", "<img src=a.png>"),
        ("<img src=line.gif width=600 height=1>", '<img alt="" src=line.gif width=600 height=1>'),
        (
            "<html lang=de dir=ltr><body id=a>\r\nGuten Tag<br><b>Anna</b>\r\n</body>",
            '<html lang=de dir=ltr><body id=a><div lang="de" dir="ltr">\r\nGuten Tag<br><b>Anna</b>\r\n</div></body>',
        ),
        ("<html lang=de dir=ltr><body>Guten Tag", "<html lang=de dir=ltr><body>Guten Tag"),
        ("<table><caption>A</caption><tr><td>B<td>C</table>", "<table><caption>A</caption><tr><td>B<td>C</table>"),
        ("<table><tr><th colspan=2>A<tr><td>B<td>C</table>", "<table><tr><th colspan=2>A<tr><td>B<td>C</table>"),
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
    assert fix(html, "he") == '<html dir="rtl" lang="he"><body><p dir="rtl" lang="he">Shalom</p></body></html>'


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
    html = f"<html lang=de dir=ltr><meta charset={charset}>\r\n<p lang=de dir=ltr>Grüße\r\n<table><tr><td>A</table>"
    after = repair(html.encode(encoding), FILE)
    assert after == html.replace("<table>", '<table role="presentation">').encode(encoding)


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(TargetError):
        repair(b"<meta charset=utf-8><table><tr><td>\xff", FILE)


def test_an_email_is_repaired_where_its_html_stands_as_it_is() -> None:
    head = b"Subject: Greetings & more\r\nContent-Type: text/html; charset=utf-8\r\n"
    html = "<html lang=de dir=ltr><head></head><p lang=de dir=ltr>Grüße</html>\r\n".encode()
    eight = head + b"Content-Transfer-Encoding: 8bit\r\n\r\n"
    after = repair(eight + html, Path("a.eml"))
    assert after == eight + html.replace(b"<head>", b"<head><title>Greetings &amp; more</title>")
    with pytest.raises(TargetError):
        repair(head + b"Content-Transfer-Encoding: base64\r\n\r\nPHA+QTwvcD4=\r\n", Path("a.eml"))
    with pytest.raises(TargetError):
        repair(b"DKIM-Signature: v=1\r\n" + eight + html, Path("a.eml"))
    with pytest.raises(TargetError, match="no HTML part"):
        repair(b"Subject: Greetings\r\n\r\nWords\r\n", Path("a.eml"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<html dir=ltr lang=de><head>\r\n<title> </title></head>", "<title>A &lt; B </title>"),
        ("<html dir=ltr lang=de><head>\r\n</head>", "<head><title>A &lt; B</title>\r\n</head>"),
        ("<html dir=ltr lang=de>\r\n<body>", "<html dir=ltr lang=de><head><title>A &lt; B</title></head>\r\n<body>"),
    ],
)
def test_the_subject_becomes_the_title(before: str, after: str) -> None:
    head = b"Subject: A < B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    once = repair(head + before.encode(), Path("a.eml"))
    assert once.startswith(head)
    assert after.encode() in once
    assert repair(once, Path("a.eml")) == once


def found_in(html: str, name: str) -> bool:
    rule = next(rule for rule in all_rules() if rule.name == name)
    return any(True for _ in rule.find(Document(html)))


@pytest.mark.parametrize("name", REPAIRED)
def test_a_rule_is_silent_after_its_repair_and_all_else_stays(name: str) -> None:
    before = REPAIRED[name]
    assert found_in(before, name)
    after = fix(before)
    assert not found_in(after, name)
    assert fix(after) == after
    changes = [it for it in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if it[0] != "equal"]
    if name not in {"zoom-disabled", "layout-table-role-missing"}:
        assert {it[0] for it in changes} == {"insert"}, "something was taken away"
    # What changed is an attribute; the words are the same, and so is every tag.
    tags = [[element.name for element in Document(html).elements] for html in (before, after)]
    assert tags[0] == tags[1]


VALUES = st.sampled_from(
    ["yes", "no", "0", "1", "1.0", "2", "5", "10", "-1", "0.5", "device-width", "none", "x", "1.99"]
)
PARTS = st.tuples(
    st.sampled_from(["user-scalable", "maximum-scale", "MAXIMUM-SCALE", "width", "initial-scale"]), VALUES
)


@given(st.lists(PARTS, max_size=6), st.sampled_from([",", ", ", ";", "; ", " ", ",,"]), st.sampled_from(["=", " = "]))
def test_whatever_forbids_zooming_goes_and_the_rest_stays(parts: list[tuple[str, str]], gap: str, sign: str) -> None:
    content = gap.join(f"{name}{sign}{value}" for name, value in parts)
    before = f'<head><meta name="viewport" content="{content}"></head>'
    after = fix(before)
    assert not found_in(after, "zoom-disabled")
    assert (after == before) is not found_in(before, "zoom-disabled")
    others = [it for it in parts if it[0] in {"width", "initial-scale"}]
    assert all(f"{name}{sign}{value}" in after for name, value in others)
