"""Bullets that were typed into the paragraphs of a page."""

from __future__ import annotations

import pytest

from newsletter.markdown.writing import write_markdown
from newsletter.sources.page.page import read_fragment


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            "<p>Bring:<br>• Bread<br>• <a href='https://a.example/'>Water</a></p>",
            "Bring:\n\n- Bread\n- [Water](https://a.example/)\n",
        ),
        ("<div><p>– Bread</p></div><div><p>– Water</p></div>", "- Bread\n- Water\n"),
        ("<p>* Bread</p><p>* Water</p>", "- Bread\n- Water\n"),
        ("<p>One • of them</p><p>• alone</p><p>and</p>", "One • of them\n\n• alone\n\nand\n"),
        ("<p>• Bread<br>and water<br>• salt</p>", "• Bread\\\nand water\\\n• salt\n"),
        ("<p>– Are you there?</p><p>– I am.</p>", "– Are you there?\n\n– I am.\n"),
    ],
    ids=["lines", "paragraphs", "stars", "one alone", "not sure", "speech"],
)
def test_typed_bullets_become_a_list_where_that_is_sure(html: str, markdown: str) -> None:
    assert write_markdown(read_fragment(html)) == markdown


def test_a_list_in_a_list_stays_close_together() -> None:
    html = "<ul><li>One<ul><li>In one</li><li>In two<ol><li>Deep</li></ol></li></ul></li><li>Two</li></ul>"
    assert write_markdown(read_fragment(html)) == "- One\n  - In one\n  - In two\n    1. Deep\n- Two\n"
