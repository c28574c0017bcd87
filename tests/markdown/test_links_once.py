"""An address that is a link already is not made a link again where Markdown is checked."""

from __future__ import annotations

import pytest

from newsletter.markdown.lined_html import write_lined_html


@pytest.mark.parametrize(
    "markdown",
    ["See <https://example.org/c>", "See [https://example.org/c](https://example.org/c)", "See https://example.org/c"],
)
def test_an_address_is_one_link(markdown: str) -> None:
    assert write_lined_html(markdown).count("<a ") == 1
