"""What a screen reader says, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from newsletter.transcript.reader import transcribe

if TYPE_CHECKING:
    from newsletter.transcript.speech import Line


def read(html: str) -> tuple[Line, ...]:
    return transcribe(BeautifulSoup(html, "html.parser"))


def said(body: str) -> list[str]:
    return [str(line) for line in read(f'<html lang="en"><body>{body}</body></html>')]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<h1>A <em>slow</em> morning</h1>", ["heading level 1 A slow morning"]),
        ('<div role="heading" aria-level="3">Later</div>', ["heading level 3 Later"]),
        ('<p>Write <a href="#">one line</a> down.</p>', ["Write link one line down."]),
        ('<a href="#"><img src="a.png" alt="A boat"></a>', ["link image A boat"]),
        ('<a href="https://example.org/x"></a>', ["link https://example.org/x"]),
        ('<p><img src="a.png" alt="A boat"></p>', ["image A boat"]),
        ('<p>One<img src="a.png" alt="">two</p>', ["Onetwo"]),
        ('<img src="https://example.org/IMG_1.png?x">', ["image IMG_1.png"]),
        ("<ul><li>One</li><li>Two</li></ul>", ["list, 2 items", "bullet One", "bullet Two", "end of list"]),
        ('<ol start="3"><li><p>One</p></li></ol>', ["list, 1 item", "3. One", "end of list"]),
        ("<ul></ul>", ["list, 0 items", "end of list"]),
        ("<blockquote><p>Be kind.</p></blockquote>", ["quote", "Be kind.", "end of quote"]),
        ('<div role="article" aria-label="A"><p>B</p></div>', ["article A", "B", "end of article"]),
        ("<section><p>B</p></section>", ["B"]),
        ("<p>It costs <s>£30</s> £20.</p>", ["It costs deletion £30 end of deletion £20."]),
        ("<p><del>Old <a href='#'>link</a></del></p>", ["deletion Old link link end of deletion"]),
        ("<p>a <ins>b</ins> <mark>c</mark></p>", ["a insertion b end of insertion highlight c end of highlight"]),
        ("One<hr>Two<br>three", ["One", "separator", "Two three"]),
    ],
)
def test_what_is_said(html: str, lines: list[str]) -> None:
    assert said(html) == lines


def test_data_tables_repeat_their_headers() -> None:
    rows = '<tr><th scope="col">Visit</th><th scope="col">Price</th></tr><tr><td>First</td><td>£60</td></tr>'
    assert said(f"<table><caption>Prices</caption>{rows}</table>") == [
        "table, 2 rows, 2 columns Prices",
        "row 1, column 1: column header Visit",
        "row 1, column 2: column header Price",
        "row 2, column 1, Visit: First",
        "row 2, column 2, Price: £60",
        "end of table",
    ]


def test_layout_tables_are_silent() -> None:
    assert said('<table role="presentation"><tr><td>One</td><td>Two</td></tr></table>') == ["One", "Two"]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="color:red; DISPLAY : none">x</p>',
        '<p aria-hidden="true">x</p>',
        "<p hidden>x</p>",
        "<style>x</style>",
        "<!--[if mso]><p>x</p><![endif]-->",
        "<p>\u200c\u00ad\u034f &nbsp;</p>",
    ],
)
def test_what_is_hidden_is_not_said(hidden: str) -> None:
    assert said(f"<p>Before</p>{hidden}<p>After</p>") == ["Before", "After"]


def test_nested_groups_are_deeper() -> None:
    html = "<ul><li>One<ul><li>Two</li></ul></li></ul>"
    lines = read(html)
    assert [(line.depth, str(line)) for line in lines] == [
        (0, "list, 1 item"),
        (1, "bullet One"),
        (1, "list, 1 item"),
        (2, "bullet Two"),
        (1, "end of list"),
        (0, "end of list"),
    ]


def test_the_title_comes_first_and_other_languages_are_known() -> None:
    html = '<html lang="en"><head><title>A</title></head><body><p lang="de">Guten Tag</p><p>Bye</p></body></html>'
    assert [(str(line), line.language) for line in read(html)] == [
        ("document A", ""),
        ("Guten Tag", "de"),
        ("Bye", ""),
    ]


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "word", "<a href=x>"]))
)
def test_any_html_is_read_and_no_word_is_lost(pieces: list[str]) -> None:
    html = "".join(pieces)
    inside_table_or_list = any(tag in html for tag in ("<table>", "<ul>"))
    words = " ".join(said(html)).count("word")
    assert words >= pieces.count("word") or inside_table_or_list
