"""What is written reads back as the same blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from newsletter.markdown.reading import read_markdown
from newsletter.markdown.writing import write_markdown
from tests.markdown.strategies import blocks

if TYPE_CHECKING:
    from newsletter.model import Blocks


@given(blocks)
def test_written_blocks_read_back_as_they_were(written: Blocks) -> None:
    read, dropped = read_markdown(write_markdown(written))
    assert read == written
    assert not dropped
