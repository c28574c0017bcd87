"""Text and Markdown from an address are read as files of them are."""

from __future__ import annotations

import pytest

from newsletter.sources.fetched import read_fetched
from newsletter.sources.fetching import Fetched
from newsletter.sources.options import Options

URL = "https://a.example/post"


@pytest.mark.parametrize(
    ("data", "kind", "charset", "title"),
    [
        ("# Über uns\n\nWir gehen.\n".encode("iso-8859-1"), "text/plain", "iso-8859-1", "Über uns"),
        (b"---\r\ntitle: A walk\r\n---\r\nDown.\r\n", "text/plain", "", "A walk"),
        (b"\xef\xbb\xbf# A walk\n\nDown.\n", "text/plain", "utf-8", "A walk"),
        (b"Down to *the water*.\n\n# A walk\n", "text/markdown", "", "A walk"),
    ],
    ids=["a stated encoding", "lines as in Windows", "a byte order mark", "Markdown without a mark"],
)
def test_words_come_out_right(data: bytes, kind: str, charset: str, title: str) -> None:
    reading = read_fetched(Fetched(URL, kind, charset, data), URL, Options())
    assert reading.post.title == title or any(title in str(block) for block in reading.post.blocks)
    assert "---" not in str(reading.post.blocks)
    assert "*" not in str(reading.post.blocks)
