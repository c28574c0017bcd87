"""What takes the room in an email is named, so that its author knows what to shorten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.weights import explain_weight, weigh_kinds, weigh_parts

if TYPE_CHECKING:
    from tests.conftest import Newsletter

pieces = st.sampled_from(
    [
        "<p>",
        "</p>",
        "é",
        "a < b",
        "<!-- x -->",
        "<STYLE>p { }</style>",
        "<img src='data:x'>",
        "<a href=x>",
        "<",
        "<!--",
        "</td>",
    ]
)


@given(st.lists(pieces).map("".join))
def test_the_weights_are_the_whole(html: str) -> None:
    assert sum(weigh_kinds(html).values()) == len(html.encode())


def test_kinds_and_parts_are_told_apart() -> None:
    html = "<style>a {}</style><h1>One</h1>é<!-- x --><h2 class=x>Two <b>three</b></h2><table><tr><td>words</table>"
    assert weigh_kinds(html) == {
        "other elements": len("<h1></h1><h2 class=x><b></b></h2>"),
        "tables": len("<table><tr><td></table>"),
        "style elements": len("<style>a {}</style>"),
        "words": len("OneTwo threewords") + len("é".encode()),
        "comments, most of them for Outlook": len("<!-- x -->"),
    }
    parts = weigh_parts(html)
    assert [(part.words, html[part.start :][:3]) for part in parts] == [("One", "<h1"), ("Two three", "<h2")]
    assert sum(part.bytes for part in parts) == len(html.encode()) - 19


def test_the_longest_part_is_named() -> None:
    html = "<h1>Short</h1><h2>A long part</h2>" + "<p>Words</p>" * 200
    assert "The longest part is “A long part” with 2 KB." in explain_weight(html)


@pytest.mark.parametrize(("paragraphs", "code", "words"), [(100, 1, "Error:"), (84, 0, "Warning:")])
def test_a_build_says_what_takes_the_room(newsletter: Newsletter, paragraphs: int, code: int, words: str) -> None:
    much = ("Some calm words. " * 60 + "\n\n") * paragraphs
    newsletter.write_issue(f"---\ntitle: x\n---\n## Little\n\nOne word.\n\n## Much\n\n{much}")
    result = newsletter.run("build")
    assert result.exit_code == code
    assert words in result.stderr
    assert "What takes the room: words" in result.stderr
    assert "The longest part is “Much”" in result.stderr


def test_a_build_of_usual_size_says_nothing_about_it(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    result = newsletter.run("build")
    assert result.exit_code == 0
    assert "room" not in result.stderr
