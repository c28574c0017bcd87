"""Places: an author finds them again."""

from __future__ import annotations

import soupsieve
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.document import Document
from newsletter.checks.places import Places, Written
from newsletter.checks.rule import Defect
from newsletter.model import Place

TAGS = st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "words"])


@given(st.lists(TAGS, max_size=20).map("".join))
def test_a_selector_finds_its_element_and_no_other(html: str) -> None:
    document = Document(f"<html><body>{html}</body></html>")
    places = Places(document, "letter.html", None)
    for element in document.elements:
        assert soupsieve.select(places.selector(element), document.soup) == [element]


def test_a_place_in_the_file_itself() -> None:
    document = Document('<body>\n<p style="color:red" class="a b">Some words</p>')
    place = Places(document, "letter.html", None).find(Defect("", document.elements[1]))
    assert (place.file, place.line, place.column, place.selector) == ("letter.html", 2, 1, "body > p")
    assert place.snippet == '<p class="a b">Some words'


def test_a_place_in_the_source_is_that_of_the_nearest_element_with_a_line() -> None:
    document = Document("<body><div><p><b>words</b></p></div><i>words</i></body>")
    places = Places(document, "issue.md", Written({1: 7}))
    by_name = {element.name: element for element in document.elements}
    assert places.find(Defect("", by_name["b"])).line == 7
    assert places.find(Defect("", by_name["i"])).line == 0
    assert places.find(Defect("", by_name["i"], line=3)).line == 3
    assert places.find(Defect("")).line == 0


def test_what_came_from_no_line_is_the_layouts_or_the_front_matters() -> None:
    document = Document("<html><body><div><p><b>words</b></p><h1>A title</h1><i>more</i></div></body></html>")
    by_name = {element.name: element for element in document.elements}
    layout, footer = Place("layout.mjml", 2, 1), Place("footer.mjml", 5, 3)
    written = Written({3: 7}, {"A title": 2}, lambda: {0: layout, 2: footer})
    places = Places(document, "issue.md", written)
    found = {name: places.find(Defect("", element)) for name, element in by_name.items()}
    assert (found["b"].file, found["b"].line) == ("issue.md", 7)
    assert (found["h1"].file, found["h1"].line) == ("issue.md", 2)
    assert (found["i"].file, found["i"].line, found["i"].column) == ("footer.mjml", 5, 3)
    assert (found["body"].file, found["body"].line) == ("layout.mjml", 2)
    assert found["i"].selector == "html > body > div > i"


def test_a_drawing_is_named_as_in_the_whole_that_outlook_reads() -> None:
    html = "<body><div>a</div>\n<div><!--[if mso]><v:rect></v:rect><v:rect></v:rect><![endif]--></div></body>"
    document = Document(html)
    assert document.drawings is not None
    second = document.drawings.elements[1]
    place = Places(document, "letter.html", None).find(Defect("", second))
    assert (place.line, place.selector) == (2, "body > div:nth-of-type(2) > v:rect:nth-of-type(2)")
