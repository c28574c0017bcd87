"""HTML as it comes → a tree, whatever is wrong with it."""

from __future__ import annotations

import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning

from newsletter.checks.tree import PositionedTree


def parse_html(html: str) -> BeautifulSoup:
    """Parse HTML with the positions of its elements; of an attribute given twice the first counts, as in browsers."""
    with warnings.catch_warnings():
        # One word may look like a file's name: mail programs read it as HTML.
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        return BeautifulSoup(html, builder=PositionedTree())
