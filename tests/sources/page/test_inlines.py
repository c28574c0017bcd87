"""Words inside a line of a page."""

from __future__ import annotations

import pytest

from newsletter.markdown.writing import write_markdown
from newsletter.sources.page.page import read_fragment


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p><strong>When?<br></strong>Soon.</p>", "**When?**\\\nSoon.\n"),
        ("<p>Soon.<em><br>Or later.</em></p>", "Soon.\\\n*Or later.*\n"),
        ("<p><b>When?<br><br></b>Soon.</p>", "**When?**\n\nSoon.\n"),
    ],
    ids=["at the end", "at the beginning", "two part paragraphs"],
)
def test_line_breaks_at_the_ends_of_stress_stand_outside_it(html: str, markdown: str) -> None:
    assert write_markdown(read_fragment(html)) == markdown


def test_marks_that_nobody_sees_are_taken_out_of_words() -> None:
    assert write_markdown(read_fragment("<p>\ufeffUr\u00adgroß\u00advater</p>")) == "Urgroßvater\n"
