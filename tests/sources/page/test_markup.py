"""What engines, plugins and highlighters make of pictures, captions, code, notes and players.

Each case in `markup/` is a name, the HTML between two paragraphs of a post, and the Markdown that it must become.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsletter.markdown.writing import write_markdown
from newsletter.sources.page.page import read_page

BEFORE = "We went down to the water before anybody else was up, past the wall and the trees that nobody picks."
AFTER = "In the evening the boats came back, and somebody had put a lamp into the window behind the quay."
FILES = sorted((Path(__file__).parent / "markup").glob("*.txt"))
_CASE = re.compile(r"^==== ([^\n]+)\n(.+?)\n----\n(.+?)\s*(?=^====|\Z)", re.MULTILINE | re.DOTALL)
CASES = {
    f"{file.stem}: {case[1]}": (case[2], case[3])
    for file in FILES
    for case in _CASE.finditer(file.read_text(encoding="utf-8"))
}


def page(body: str) -> str:
    article = f"<p>{BEFORE}</p>{body}<p>{AFTER}</p>"
    return f"<html lang='en'><head><title>A quay</title></head><body><article>{article}</article></body></html>"


@pytest.mark.parametrize("name", CASES)
def test_it_comes_in_as_what_it_is(name: str) -> None:
    body, expected = CASES[name]
    written = write_markdown(read_page(page(body), "https://a.example/post/").post.blocks)
    # Footnotes stand last: such a case says where the second paragraph comes.
    whole = expected.replace("AFTER", AFTER) if "AFTER" in expected else f"{expected}\n\n{AFTER}"
    assert written == f"{BEFORE}\n\n{whole}\n"


def test_links_that_code_cannot_hold_are_counted() -> None:
    body = '<pre>See <a href="/bcp78">BCP 78</a> and\n<a href="/bcp79">BCP 79</a>.</pre>'
    reading = read_page(page(body), "https://a.example/")
    assert [(it.words, it.reason) for it in reading.dropped] == [("BCP 78", "links in preformatted text: 2")]


def test_a_frame_that_nobody_knows_is_dropped_and_named() -> None:
    reading = read_page(page('<iframe src="https://ads.example/box" title="A box"></iframe>'), "https://a.example/")
    assert [(it.words, it.reason) for it in reading.dropped] == [("A box", "a frame of another site")]
