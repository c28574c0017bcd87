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
