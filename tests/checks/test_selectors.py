"""The index finds what a selector library finds by walking the whole document."""

from __future__ import annotations

import pytest
import soupsieve
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.element_index import ElementIndex
from newsletter.checks.selectors import Selection, parse_selectors

COMPOUNDS = st.sampled_from(["p", "div", "*", ".a", ".b", ".a.b", "p.a", "#x", "div#x", "[title]", "P", ":first-child"])
SELECTORS = st.lists(COMPOUNDS, min_size=1, max_size=4).flatmap(
    lambda parts: st.lists(
        st.sampled_from([" ", " > ", " + ", " ~ "]), min_size=len(parts) - 1, max_size=len(parts) - 1
    ).map(lambda joins: parts[0] + "".join(join + part for join, part in zip(joins, parts[1:], strict=True)))
)
TAGS = st.sampled_from(["<p>", '<p class="a">', '<p class="a b">', "<div>", '<div id="x" class="b">', "<div title>"])


@given(st.lists(st.one_of(TAGS, st.sampled_from(["</p>", "</div>", "words"])), max_size=14).map("".join), SELECTORS)
def test_the_same_elements_are_found(html: str, selector: str) -> None:
    soup = BeautifulSoup(html, "html.parser")
    elements = [node for node in soup.descendants if isinstance(node, Tag)]
    (parsed,) = parse_selectors(selector)
    found = Selection(soup, ElementIndex(elements)).select(parsed)
    assert [id(element) for element in found] == [id(element) for element in soupsieve.select(selector, soup)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a, a:hover", 1), ("a:visited", 0), ("p::first-line", 0), ("a:contains(x), p", 1), ("a,,b", 0), ("", 0)],
)
def test_only_what_matches_without_a_pointer_is_kept(text: str, kept: int) -> None:
    assert len(parse_selectors(text)) == kept
