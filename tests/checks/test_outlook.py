"""What Outlook for Windows reads, at its place."""

from __future__ import annotations

import pytest

from newsletter.checks.document import Document
from newsletter.checks.outlook import reveal


def test_what_is_in_mso_comments_keeps_its_place() -> None:
    html = "<p>a</p>\n<!--[if mso | IE]><v:image src='a.png' /><![endif]-->\n<img>"
    view = Document(html).outlook_view
    assert view is not None
    assert [(it.name, it.sourceline, it.sourcepos) for it in view.elements] == [
        ("p", 1, 0),
        ("v:image", 2, 18),
        ("img", 3, 0),
    ]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<!--[if !mso]><!-->for others<!--<![endif]-->for all", "for all"),
        ("<!--[if gte mso 9]>for Outlook<![endif]-->", "for Outlook"),
        ("<!--[if IE 6]>for nobody<![endif]-->all", "all"),
        ("<!--[if mso]>never closed", "<!--[if mso]>never closed"),
        ("<!-- a comment -->", "<!-- a comment -->"),
    ],
)
def test_what_outlook_reads(html: str, words: str) -> None:
    revealed = reveal(html)
    assert revealed.strip() == words
    assert len(revealed) == len(html)


def test_without_such_comments_there_is_no_second_view() -> None:
    assert Document("<p>words</p>").outlook_view is None


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<p>a\n<!--[if mso]><v:rect alt=''><p>b</p></v:rect><![endif]--><i>c</i>", ["v:rect", "p"]),
        ("<p>a\n<!--[if mso]><v:rect title='>'/><i>b</i><v:oval /><![endif]--><b>c</b>", ["v:rect", "i", "v:oval"]),
        # What is not closed goes on to the end.
        ("<p>a\n<!--[if mso]><v:rect><![endif]--><i>b</i>", ["v:rect", "i"]),
        ("<p>a\n<!-- <v:rect> --><style>/* <v:rect> */</style><!--[if mso]><v:oval/><![endif]--><b>c</b>", ["v:oval"]),
        ("<p>a\n<!--[if MSO]><V:RECT alt=''></V:RECT><![endif]-->", ["v:rect"]),
        ("<p>a\n<!-- <v:rect> -->", []),
        ("<p title='<v:rect>'>a<style><v:rect>", []),
        ("<p>a</p>", []),
    ],
)
def test_drawings_are_read_alone_at_their_places(html: str, names: list[str]) -> None:
    document = Document(html)
    found = document.drawings.elements if document.drawings else ()
    assert [it.name for it in found] == names
    view = document.outlook_view
    places = {(it.name, it.sourceline, it.sourcepos) for it in (view.elements if view else ())}
    assert all((it.name, it.sourceline, it.sourcepos) in places for it in found)
