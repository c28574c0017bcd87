"""Tokens: what browsers make of tags, comments, references and text (HTML, section 13.2.5)."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.outlook import reveal_drawings
from newsletter.checks.references import resolve_text, resolve_value
from newsletter.checks.tokenizing import TEXT_ONLY, Kind, Tokens

PIECES = st.sampled_from(
    [
        "<",
        ">",
        "</",
        "/>",
        "<!--",
        "--",
        "-->",
        "!",
        "?",
        "a",
        "p",
        " ",
        "\n",
        "=",
        '"',
        "'",
        "&",
        "&amp;",
        "title",
        "é",
    ]
)


def read(html: str) -> list[tuple[object, ...]]:
    tokens = Tokens(html)
    found: list[tuple[object, ...]] = []
    for token in tokens:
        if token.kind is Kind.START and token.data in TEXT_ONLY:
            tokens.hold(token.data)
        more = (dict(reversed(token.attributes)), token.is_empty) if token.kind is Kind.START else ()
        found.append((token.kind.value, token.data, *more))
    return found


@pytest.mark.parametrize(
    ("html", "tokens"),
    [
        ("<P Class=a>", [("start tag", "p", {"class": "a"}, False)]),
        ("<a b='1' c=\"2\" d=3 e f= >", [("start tag", "a", {"b": "1", "c": "2", "d": "3", "e": "", "f": ""}, False)]),
        ("<a b=>", [("start tag", "a", {"b": ""}, False)]),
        ("<a b='>'c>", [("start tag", "a", {"b": ">", "c": ""}, False)]),
        ("<a =b>", [("start tag", "a", {"=b": ""}, False)]),
        ("<a/b=c/>", [("start tag", "a", {"b": "c/"}, False)]),
        ("<br/><br / >", [("start tag", "br", {}, True), ("start tag", "br", {}, False)]),
        ("<a b=1 B=2>", [("start tag", "a", {"b": "1"}, False)]),
        ("</P title='>'>", [("end tag", "p")]),
        # A reference without its semicolon is part of an address.
        ("<a b='?c=1&copy=2&amp;d&#38;&notit;'>", [("start tag", "a", {"b": "?c=1&copy=2&d&&notit;"}, False)]),
        ("&copy2 &amp; &#150; &xothing;", [("text", "©2 & – &xothing;")]),
        ("a < b</ c></>d", [("text", "a "), ("text", "<"), ("text", " b"), ("comment", " c"), ("text", "d")]),
        ("<!-- a --!>b<!-->c", [("comment", " a "), ("text", "b"), ("comment", ""), ("text", "c")]),
        ("<!--->d<!--e", [("comment", ""), ("text", "d"), ("comment", "e")]),
        ("<!DocType html><![CDATA[a]]><?b?>", [("doctype", "html"), ("comment", "[CDATA[a]]"), ("comment", "?b?")]),
        ("<title>a<b>&amp;</titles></TITLE >", [
            ("start tag", "title", {}, False), ("text", "a<b>&</titles>"), ("end tag", "title")]),
        ("<style>a&amp;<!--</style>b", [
            ("start tag", "style", {}, False), ("text", "a&amp;<!--"), ("end tag", "style"), ("text", "b")]),
        ("a<p title='b", [("text", "a")]),
        ('a<p title="b>c</p>', [("text", "a")]),
        ("<style>a</\u017ftyle>", [("start tag", "style", {}, False), ("text", "a</\u017ftyle>")]),
        ("a<", [("text", "a"), ("text", "<")]),
    ],
)  # fmt: skip
def test_hard_cases(html: str, tokens: list[tuple[object, ...]]) -> None:
    assert read(html) == tokens


@given(st.lists(PIECES, max_size=30).map("".join))
def test_anything_is_read_from_start_to_end(html: str) -> None:
    tokens = list(Tokens(html))
    offsets = [token.offset for token in tokens]
    assert offsets == sorted(set(offsets))
    assert all(html.startswith("<", token.offset) for token in tokens if token.kind is not Kind.TEXT)


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        (f"&#{'9' * 5000};a", "\ufffda"),
        (f"&#{'0' * 5000}65;", "A"),
        ("&#00000000;", "\ufffd"),
        ("&#x1F600; &#128512", "\U0001f600 \U0001f600"),
        ("&#x110000;", "\ufffd"),
    ],
)
def test_numbers_of_characters(text: str, resolved: str) -> None:
    assert resolve_text(text) == resolve_value(text) == resolved


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a ",
        "<!--",
        "<!",
        "</",
        "&",
        "<title>",
        '="',
        "<a b='",
        "&#9",
        "<v:a ",
        "<!--[if !mso]>",
        "<!--[if !mso]>-->a<![endif]-->",
        "<!--[if ",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    """Twenty times the text takes no hundred times as long."""

    def measure(size: int) -> float:
        html, started = piece * size, time.process_time()
        read(html)
        reveal_drawings("<v:rect>" + html, 0, len(html))
        return time.process_time() - started

    measure(1000)
    assert measure(40_000) < 100 * max(min(measure(2000) for _ in range(3)), 0.001)
