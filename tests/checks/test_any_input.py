"""Whatever comes in, findings come out: no traceback, and no minutes of waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.document import Document
from newsletter.checks.rule import all_rules
from newsletter.checks.runner import check

if TYPE_CHECKING:
    from newsletter.model import Finding

PIECES = st.sampled_from(
    [
        *("<p>", "</p>", '<a href="', "<img ", "alt=", ">", "<", "</", "<!", "<![", "<!--", "-->", "<![endif]", '"'),
        *("<table>", "<tr>", "<td>", "<th scope=", '<div style="', "<style>", "</style>", "<title>", "<svg>", "<?xml"),
        *("color:", "rgb(", "calc(", "font-weight:", "²", "٣", "opacity:", "nan", "1e999", "background:", "url(", ")"),
        *("@media ", "{", "}", ":not(", ":has(", ":contains(a)", "::x", ".a", "#b", "*", ">", "~", "[x=", "\\", "\0"),
        *(
            "aria-labelledby=",
            "id=",
            "class=",
            "hidden",
            "href",
            "mailto:",
            "http://[",
            "{{x}}",
            "here",
            "words ",
            "\n",
            "text-shadow:",
            "linear-gradient(",
            "overflow:hidden;height:",
            "line-height:",
            "letter-spacing:1e308px;",
            "font-size:1e308px;",
            "transform:rotate(",
            "@media (orientation:portrait){",
            "color-mix(in ",
            "oklch(",
            "lang=",
            "onclick=\"location='",
            'src="data:image/svg+xml;base64,',
            "<label for=",
            "<input disabled ",
            "aria-owns=",
            "role=row ",
            "<a href=a href=b ",
        ),
    ]
)


def findings_of(html: str) -> tuple[Finding, ...]:
    return check(Document(html), all_rules(), "letter.html")


@given(st.lists(PIECES, max_size=40).map("".join))
def test_a_soup_of_tags_and_styles(html: str) -> None:
    for finding in findings_of(html):
        assert finding.message
        assert len(finding.place.snippet) <= 120


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    findings_of(text)
    findings_of(f"<p style='{text}'>{text}</p><style>{text}</style>")


@pytest.mark.parametrize(
    "html",
    [
        "",
        "letter.html",
        "<![x<p>words</p>",
        '<?xml version="1.0"?><html><body><p>words</p></body></html>',
        "<div>" * 3000 + "words",
        "<table><tr><td>" * 500 + "words",
        "<a href=''>" * 500,
        "<p>words</p>" * 10_000,
        "<body>" + "x" * 200_000,
        "<style>" + "@media all{" * 2000 + "p{color:red}" + "}" * 2000 + "</style><p>words",
        "<style>p{color:" + "(" * 5000 + "}</style><p>words",
        "<style>" + ":not(" * 2000 + "p" + ")" * 2000 + "{color:red}</style><p>words",
        '<p style="color:' + "rgb(" * 5000 + '">words',
        '<p style="font-weight:²;font-size:1e400px;opacity:nan;color:rgb(1e999,0,0)">words',
        '<a href="http://[::1">words</a><a href="https://example.org:99999/">words</a>',
        '<p style="overflow:hidden;height:1px;font-size:1e308px;letter-spacing:-1e308px">words and words',
        '<p style="background:linear-gradient(' + "(" * 5000 + ')">words',
        '<p style="text-shadow:' + "1px 1px red," * 5000 + '">words',
        '<div role="row" aria-owns="a"><p id="a" aria-owns="a" aria-labelledby="a">words',
        "<style>@media (orientation:portrait){p{transform:matrix(1e999,1e999,0,0,0,0)}}</style><p>words",
    ],
    ids=range(20),
)
def test_what_is_broken_deep_or_enormous(html: str) -> None:
    findings_of(html)


def test_what_is_broken_is_still_checked() -> None:
    rules = {finding.rule for finding in findings_of("<![x<p>words</p><html><img src=a.png>")}
    assert {"image-alt-missing", "html-lang-missing", "title-missing"} <= rules
