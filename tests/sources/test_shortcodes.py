"""Markdown as Hugo, Jekyll, Eleventy and Obsidian keep it."""

from __future__ import annotations

from newsletter.blocks import words_of
from newsletter.model import Image, Text, Video
from newsletter.sources.markdown import read_markdown_post

HUGO = """\
+++
title = "A walk"
date = 2026-05-01T08:00:00Z
author = "Ada"
+++
Before {{< ref "other.md" >}} it.

{{< youtube abcdefghijk >}}

{{< figure src="https://a.example/p.jpg" alt="A gate" caption="Our gate" >}}

```
{{< not a shortcode >}}
```
"""

JEKYLL = """\
---
title: A walk
---
{% include toc.html %}

Words with {{ site.title }} inside, and `{% code %}`.
{: .lead}

<figure><img src="https://a.example/p.jpg" alt="A gate"><figcaption>Our gate</figcaption></figure>

<iframe src="https://player.vimeo.com/video/12345" title="Our gate, moving"></iframe>

<script>alert(1)</script>
"""


def test_hugo() -> None:
    reading = read_markdown_post(HUGO, "walk.md")
    post = reading.post
    assert (post.title, post.author, str(post.date)) == ("A walk", "Ada", "2026-05-01")
    assert Video("https://www.youtube.com/watch?v=abcdefghijk", "YouTube") in post.blocks
    assert Image("https://a.example/p.jpg", "A gate", (Text("Our gate"),)) in post.blocks
    assert [(dropped.words, dropped.line) for dropped in reading.dropped] == [('{{< ref "other.md" >}}', 6)]
    assert "{{< not a shortcode >}}" in str(post.blocks)


def test_jekyll() -> None:
    reading = read_markdown_post(JEKYLL, "walk.md")
    blocks = reading.post.blocks
    assert Image("https://a.example/p.jpg", "A gate", (Text("Our gate"),)) in blocks
    assert Video("https://vimeo.com/12345", "Our gate, moving") in blocks
    assert [dropped.words for dropped in reading.dropped] == [
        "{% include toc.html %}",
        "{{ site.title }}",
        "<script>alert(1)</script>",
    ]
    assert "{:" not in " ".join(words_of(block) for block in blocks)
    assert "alert" not in str(blocks)


def test_obsidian() -> None:
    reading = read_markdown_post(
        "# A walk\n\n![[gate.png|The gate]]\n\nAs in [[Other note|the other note]].", "walk.md"
    )
    image, paragraph = reading.post.blocks
    assert image == Image("gate.png", "The gate")
    assert words_of(paragraph) == "As in the other note."
