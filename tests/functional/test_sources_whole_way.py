"""Each kind of source goes from `new` over `build` to a check that finds nothing serious."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsletter

WORDS = "The path goes down to the water, past the old wall and the apple trees. We sit there and talk a while. " * 3
HTML = f"<p>{WORDS}</p><h2>By the wall</h2><ul><li>A coat</li><li>A cup</li></ul><blockquote>Sit down.</blockquote>"
ESCAPED = HTML.replace("<", "&lt;")
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Quay</title><language>en-gb</language><item><title>Down to the water</title><guid>1</guid>
<link>https://blog.example.org/water</link><content:encoded><![CDATA[{HTML}]]></content:encoded></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Quay</title><entry>
<title>Down to the water</title><id>1</id><link href="https://blog.example.org/water"/>
<updated>2026-05-02T08:00:00Z</updated><content type="html">{ESCAPED}</content></entry></feed>"""
ITEM = {"id": "1", "title": "Down to the water", "url": "https://blog.example.org/water", "content_html": HTML}
JSON = json.dumps({"version": "https://jsonfeed.org/version/1.1", "language": "en", "items": [ITEM]})
MARKDOWN = f"{WORDS}\n\n## By the wall\n\n- A coat\n- A cup\n\n> Sit down.\n"
YAML = f"---\ntitle: Down to the water\nlang: en\n---\n{MARKDOWN}"
TOML = f'+++\ntitle = "Down to the water"\nlanguage = "en"\ndate = 2026-05-02\n+++\n{MARKDOWN}'
TEXT = f"Down to the water\n\n\n{WORDS}\n\n\nBy the wall\n\n- A coat\n- A cup\n\nSit down.\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("feed.xml", RSS),
        ("feed.atom", ATOM),
        ("feed.json", JSON),
        ("post.md", YAML),
        ("hugo.md", TOML),
        ("post.txt", TEXT),
    ],
)
def test_a_source_goes_the_whole_way(newsletter: Newsletter, name: str, text: str) -> None:
    (newsletter.root / name).write_text(text, encoding="utf-8")
    result = newsletter.run("new", name)
    assert result.exit_code == 0, result.stderr
    (file,) = (newsletter.root / "issues").glob("*/issue.md")
    written = file.read_text(encoding="utf-8")
    assert "title: Down to the water" in written
    assert "\n## By the wall\n\n- A coat\n- A cup\n" in written
    assert newsletter.run("build").exit_code == 0
    checked = newsletter.run("check")
    assert checked.exit_code == 0, checked.stdout
