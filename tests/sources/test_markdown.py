"""Markdown posts, as blogs keep them."""

from __future__ import annotations

import datetime

import pytest

from newsletter.errors import SourceError
from newsletter.model import Heading, Text
from newsletter.sources.markdown import read_markdown_post


def test_front_matter_says_who_and_when() -> None:
    text = (
        "---\ntitle: A walk\nauthor: [Ana, Ben]\ndate: 2026-03-01 10:00:00\nlang: de\ndescription: Short.\n---\nHello"
    )
    post = read_markdown_post(text, "post.md").post
    assert (post.title, post.author, post.language, post.summary) == ("A walk", "Ana, Ben", "de", "Short.")
    assert post.date == datetime.date(2026, 3, 1)


def test_the_first_heading_is_the_title_where_front_matter_has_none() -> None:
    post = read_markdown_post("# A walk\n\nHello\n\n## Far\n\n#### Deep", "post.md").post
    assert post.title == "A walk"
    assert [block for block in post.blocks if isinstance(block, Heading)] == [
        Heading(2, (Text("Far"),)),
        Heading(3, (Text("Deep"),)),
    ]


def test_a_title_said_twice_is_said_once_and_levels_begin_at_two() -> None:
    post = read_markdown_post("---\ntitle: A walk\n---\n# A  walk\n\n# Far\n\n## Near", "post.md").post
    assert post.blocks == (Heading(2, (Text("Far"),)), Heading(3, (Text("Near"),)))


def test_front_matter_that_is_not_yaml_is_named_with_its_line() -> None:
    with pytest.raises(SourceError) as caught:
        read_markdown_post('---\ntitle: "open\nauthor: x\n---\nHello', "post.md")
    assert caught.value.file == "post.md"
    assert caught.value.line


def test_a_link_to_a_script_keeps_its_words_and_is_reported() -> None:
    reading = read_markdown_post("# A\n\nGo [*now*](javascript:alert(1)) or [later](https://a.example)", "post.md")
    assert [dropped.words for dropped in reading.dropped] == ["now"]
    assert "javascript" not in str(reading.post.blocks)
    assert "https://a.example" in str(reading.post.blocks)
