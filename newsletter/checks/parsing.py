"""HTML as it comes → a tree, whatever is wrong with it."""

from __future__ import annotations

import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.builder import ParserRejectedMarkup

from newsletter.checks.tree import PositionedTree


def parse_html(html: str) -> BeautifulSoup:
    """Parse HTML with the positions of its elements; of an attribute given twice the first counts, as in browsers."""
    with warnings.catch_warnings():
        # XHTML begins like XML, and one word may look like a file's name: mail programs read both as HTML.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        try:
            return _parse(html)
        except ParserRejectedMarkup:
            # html.parser gives up on a section that it does not know, such as <![x. It is a comment up to the next >
            # (HTML, section 13.2.5.42), as <!. is; the length stays, and with it every position.
            return _parse(html.replace("<![", "<!."))


def _parse(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, builder=PositionedTree(on_duplicate_attribute="ignore"))
