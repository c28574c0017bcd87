"""What the rules are told about a document."""

from __future__ import annotations

import pytest

from newsletter.checks.document import Document


def test_positions_are_those_of_start_tags() -> None:
    document = Document("<html><body>\n  <p>a<b>b</b></p><!--[if mso]><table></table><![endif]--><img></body></html>")
    assert [element.name for element in document.elements] == ["html", "body", "p", "b", "img"]
    assert [document.position(element) for element in document.elements] == [0, 1, 2, 3, 4]
    paragraph = document.elements[2]
    assert (paragraph.sourceline, paragraph.sourcepos) == (2, 2)


@pytest.mark.parametrize(
    ("html", "is_exposed"),
    [
        ("<p id=x>", True),
        ("<p id=x hidden>", False),
        ("<p id=x style='display:none'>", False),
        ("<div style='display:none'><p id=x style='display:block'>", False),
        ("<div aria-hidden=TRUE><p id=x>", False),
        ("<div style='visibility:hidden'><p id=x>", False),
        ("<div style='visibility:hidden'><p id=x style='visibility:visible'>", True),
        ("<style>.phone{display:none}</style><div class=phone><p id=x>", False),
        ("<template><p id=x></template>", False),
    ],
)
def test_what_reaches_a_reader(html: str, *, is_exposed: bool) -> None:
    document = Document(html)
    (element,) = (element for element in document.elements if element.get("id") == "x")
    assert document.is_exposed(element) is is_exposed


@pytest.mark.parametrize(
    ("link", "name", "email_name"),
    [
        ("<a href=y> Our <b>hours</b> </a>", "Our hours", "Our hours"),
        ("<a href=y aria-label='Our hours'></a>", "Our hours", ""),
        ("<a href=y title='Our hours'></a>", "Our hours", ""),
        ("<a href=y aria-labelledby='l l'></a><i id=l hidden>Our hours</i>", "Our hours", ""),
        ("<a href=y><img alt='Our hours'></a>", "Our hours", "Our hours"),
        ("<a href=y><img title='Our hours'></a>", "Our hours", ""),
        ("<a href=y><span hidden>Our</span>&#8203;&#847;</a>", "", ""),
        ("<a href=y><!-- Our hours --><style>a{}</style></a>", "", ""),
    ],
)
def test_names(link: str, name: str, email_name: str) -> None:
    document = Document(link)
    (element,) = document.find("a")
    assert (document.name(element), document.email_name(element)) == (name, email_name)


def test_words_and_content() -> None:
    document = Document("<body><p>One <i>two</i><i hidden>no</i></p><div><img alt=''></div><div><img></div></body>")
    assert document.words(document.soup) == "One two"
    assert [document.has_content(element) for element in document.find("p", "div")] == [True, False, True]


@pytest.mark.parametrize(
    ("picture", "is_content"),
    [
        ('<img src="https://a.example/open.gif" width="1" height="1">', False),
        ('<img src="https://a.example/hill.jpg" width="300">', True),
        ('<img src="https://a.example/hill.jpg" width="300" alt="">', False),
    ],
    ids=["a pixel that counts readers", "a picture", "a picture that only decorates"],
)
def test_a_pixel_that_counts_readers_is_no_content(picture: str, *, is_content: bool) -> None:
    document = Document(f"<html><body><div>{picture}</div></body></html>")
    assert [document.has_content(element) for element in document.find("div", "img")] == [is_content] * 2
