"""Computed styles: what wins, what is inherited, what lies behind words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsletter.checks.document import Document
from newsletter.checks.stylesheets import DARK, LIGHT, PHONE, PICTURES_OFF, View

if TYPE_CHECKING:
    from newsletter.checks.style import Style


def style_of(html: str) -> Style:
    document = Document(html)
    (element,) = (element for element in document.elements if element.get("id") == "x")
    return document.cascade.style(element)


@pytest.mark.parametrize(
    ("html", "colour"),
    [
        ("<p id=x>", "#000000"),
        ("<style>p{color:#111111} .a{color:#222222} p{color:#333333}</style><p class=a id=x>", "#222222"),
        ("<style>p{color:#111111} p{color:#222222}</style><p id=x>", "#222222"),
        ("<style>p{color:#111111!important}</style><p id=x style='color:#222222'>", "#111111"),
        ("<style>p{color:#111111!important}</style><p id=x style='color:#222222!important'>", "#222222"),
        ("<style>a,a:visited{color:#111111}</style><a id=x href=y>", "#111111"),
        ("<style>a:hover{color:#111111}</style><a id=x href=y>", "#0000ee"),
        ("<body link='#111111'><a id=x href=y>", "#111111"),
        ("<style>@media (min-width:600px){p{color:#111111}}</style><p id=x>", "#111111"),
        ("<style>@media (max-width:480px){p{color:#111111}}</style><p id=x>", "#000000"),
        ("<style>@media (prefers-color-scheme:dark){p{color:#111111}}</style><p id=x>", "#000000"),
        ("<style media='print'>p{color:#111111}</style><p id=x>", "#000000"),
        ("<font color=111111><b id=x>", "#111111"),
        ("<div style='color:#111111'><p id=x style='color:nonsense'>", "#111111"),
        ("<p id=x style='color:#111111' style='color:#222222'>", "#111111"),
    ],
)
def test_the_colour_that_wins(html: str, colour: str) -> None:
    assert style_of(html).color.hex == colour


@pytest.mark.parametrize(
    ("html", "behind", "is_over_picture"),
    [
        ("<p id=x>", "#ffffff", False),
        ("<table bgcolor='#222222'><tr><td><p id=x>", "#222222", False),
        ("<div style='background:#000'><p id=x style='background:rgba(255,255,255,.5)'>", "#808080", False),
        ("<div style='background:#112233 url(a.png) no-repeat'><p id=x>", "#112233", True),
        ("<div style='background:url(a.png)'><p id=x style='background-color:#123456'>", "#123456", False),
        ("<div style='background:url(a.png)'><p id=x style='background-color:rgba(0,0,0,.5)'>", "#808080", True),
        ("<div style='background:#123456'><p id=x style='background:none'>", "#123456", False),
    ],
)
def test_what_lies_behind_words(html: str, behind: str, *, is_over_picture: bool) -> None:
    style = style_of(html)
    assert (style.behind.hex, style.is_over_picture) == (behind, is_over_picture)


@pytest.mark.parametrize(
    ("html", "pairs"),
    [
        ("<p id=x style='color:#000'>", [("#000000", "#ffffff")]),
        (
            "<p id=x style='color:#000;background:linear-gradient(to right, #f00 10%, rgb(0, 0, 255))'>",
            [("#000000", "#ff0000"), ("#000000", "#0000ff")],
        ),
        # Words that let the background through are of another colour over each part of it.
        (
            "<p id=x style='color:rgba(0,0,0,.5);background-image:radial-gradient(circle, transparent, #000)'>",
            [("#808080", "#ffffff"), ("#000000", "#000000")],
        ),
        (
            "<div style='background:linear-gradient(#f00, #00f)'><p id=x style='background:#fff'>",
            [("#000000", "#ffffff")],
        ),
        (
            "<div style='background:linear-gradient(#f00, #00f)'><p id=x>",
            [("#000000", "#ff0000"), ("#000000", "#0000ff")],
        ),
        ("<p id=x style='background:linear-gradient(#f00, #00f);background:none'>", [("#000000", "#ffffff")]),
    ],
)
def test_gradients(html: str, pairs: list[tuple[str, str]]) -> None:
    assert [(words.hex, behind.hex) for words, behind in style_of(html).pairs] == pairs


@pytest.mark.parametrize(
    ("html", "size", "is_bold"),
    [
        ("<h1 id=x>", 32, True),
        ("<p id=x style='font:bold 12pt/1.5 Arial'>", 16, True),
        ("<div style='font-size:20px'><p id=x style='font-size:1.5em;font-weight:600'>", 30, False),
        ("<div style='font-size:20px'><p id=x style='font-size:1.5rem'>", 24, False),
        ("<font size=5 id=x>", 24, False),
        ("<div style='font-weight:bold'><p id=x style='font-weight:²'>", 16, True),
    ],
)
def test_sizes_and_weights(html: str, size: float, *, is_bold: bool) -> None:
    assert style_of(html).font_size == pytest.approx(size)
    assert style_of(html).is_bold is is_bold


@pytest.mark.parametrize(
    ("view", "colour", "is_over_picture"),
    [(LIGHT, "#111111", True), (DARK, "#222222", True), (PHONE, "#333333", True), (PICTURES_OFF, "#111111", False)],
)
def test_views(view: View, colour: str, *, is_over_picture: bool) -> None:
    document = Document(
        "<style>p{color:#111111}@media (prefers-color-scheme:dark){p{color:#222222}}"
        "@media (max-width:480px){p{color:#333333}}</style><p background=a.png id=x>"
    )
    style = document.cascade_in(view).style(document.index.by_id["x"])
    assert (style.color.hex, style.is_over_picture) == (colour, is_over_picture)


def test_views_in_which_the_same_rules_hold_share_their_styles() -> None:
    document = Document("<style>p{color:#111111}</style><p>")
    assert document.cascade_in(DARK) is document.cascade_in(LIGHT)


@pytest.mark.parametrize(
    ("html", "text", "behind"),
    [
        # A group is painted whole and then faded: its own background hides what is behind it only by half.
        ("<div style='background:#000;opacity:.5'><p id=x style='color:#fff'>", "#ffffff", "#808080"),
        ("<div style='background:#000'><p id=x style='color:#fff;opacity:.5'>", "#808080", "#000000"),
        ("<div style='opacity:.5'><p id=x style='opacity:.5;color:#000'>", "#bfbfbf", "#ffffff"),
        ("<p id=x style='color:#123456;background:currentcolor'>", "#123456", "#123456"),
    ],
)
def test_groups_that_are_faded(html: str, text: str, behind: str) -> None:
    style = style_of(html)
    assert (style.text.hex, style.behind.hex) == (text, behind)


@pytest.mark.parametrize(
    ("html", "ratio"),
    [
        ("<p id=x style='line-height:1.5'>", 1.5),
        ("<div style='line-height:1.5'><p id=x style='font-size:32px'>", 1.5),
        ("<div style='line-height:24px'><p id=x style='font-size:32px'>", 0.75),
        ("<p id=x style='font:16px/20px Arial'>", 1.25),
        ("<p id=x style='line-height:initial'>", None),
    ],
)
def test_line_heights(html: str, ratio: float | None) -> None:
    assert style_of(html).line_ratio == ratio


@pytest.mark.parametrize(
    ("html", "is_seen"),
    [
        ("<p id=x>", True),
        ("<p id=x style='position:absolute;top:-999em'>", False),
        ("<p id=x style='font-size:0'>", False),
        ("<div style='max-height:0;overflow:hidden'><p id=x>", False),
        ("<div style='opacity:0'><p id=x>", False),
    ],
)
def test_what_is_seen(html: str, *, is_seen: bool) -> None:
    assert style_of(html).is_seen is is_seen
