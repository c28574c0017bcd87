"""Markdown posts, as blogs keep them."""

from __future__ import annotations

import datetime

import pytest

from newsletter.errors import SourceError
from newsletter.markdown.writing import write_markdown
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


EXPORTED = """\
---
title: A quay
---
<div class="pf-content">
  <p>
    Words before.
  </p>

  <div id="attachment_12" style="width: 1610px" class="wp-caption aligncenter">
    <a href="/up/gate.jpg"><img src="/up/gate-300x200.jpg" alt="A gate" /></a>

    <p id="caption-attachment-12" class="wp-caption-text">
      The gate in May
    </p>
  </div>

  <ul>
    <li>
      One <ul>
        <li>
          Below one
        </li>
      </ul>
    </li>

    <li>
      Two
    </li>
  </ul>
</div>

**Words** after.
"""


def test_html_that_an_exporter_wrote_stays_whole() -> None:
    blocks = read_markdown_post(EXPORTED, "post.md").post.blocks
    assert write_markdown(blocks) == (
        'Words before.\n\n![A gate](/up/gate-300x200.jpg "The gate in May")\n\n'
        "- One\n  - Below one\n- Two\n\n**Words** after.\n"
    )


def test_markdown_inside_html_stays_markdown() -> None:
    blocks = read_markdown_post("# A\n\n<div>\n\n- One\n- *Two*\n\n</div>\n", "post.md").post.blocks
    assert write_markdown(blocks) == "- One\n- *Two*\n"
