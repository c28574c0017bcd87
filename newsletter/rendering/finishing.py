"""The last pass over the HTML: what MJML and premailer leave to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Doctype, Tag
from bs4.formatter import HTMLFormatter

from newsletter.model import UNSUBSCRIBE_TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsletter.rendering.outlook import OutlookParts

LINE_CLASS = re.compile(r"line-(\d+)")


class _AsWritten(HTMLFormatter):
    """Keeps attributes in their order and does not close void elements."""

    def __init__(self) -> None:
        super().__init__(entity_substitution=_escape, void_element_close_prefix="")

    def attributes(self, tag: Tag) -> Iterable[tuple[str, str]]:
        return [(name, " ".join(value) if isinstance(value, list) else value) for name, value in tag.attrs.items()]


def _escape(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\u00a0", "&nbsp;").replace("\u200c", "&zwnj;")


def finish(html: str, language: str, direction: str, outlook_parts: OutlookParts) -> tuple[str, dict[int, int]]:
    """Give the HTML its doctype and every child of the body its language and direction.

    Returns the HTML and, for each element that came from a line of issue.md, its position and that line.
    """
    soup = BeautifulSoup(html, "html.parser")
    for node in [node for node in soup.contents if isinstance(node, Doctype)]:
        node.extract()
    outlook_parts.put_back(soup)
    for child in soup.body.find_all(recursive=False) if soup.body else ():
        child["lang"], child["dir"] = language, direction
    lines = {}
    for position, element in enumerate(soup.find_all(name=True)):
        if line := _take_line(element):
            lines[position] = line
        if element.name == "a":
            # A new tab that was not announced takes the way back away (WCAG 3.2.5, technique G200).
            element.attrs.pop("target", None)
    finished = "<!DOCTYPE html>\n" + soup.decode(formatter=_AsWritten()).lstrip()
    return _protect_braces(finished), lines


def _take_line(element: Tag) -> int:
    """Take the line number out of an element's classes; 0 where there is none."""
    classes = element.get_attribute_list("class")
    line = 0
    kept = []
    for name in classes:
        if found := LINE_CLASS.fullmatch(name or ""):
            line = int(found[1])
        elif name:
            kept.append(name)
    if kept:
        element["class"] = " ".join(kept)
    else:
        element.attrs.pop("class", None)
    return line


def _protect_braces(html: str) -> str:
    """Write braces from a post as entities: senders and SES replace what stands between double braces."""
    parts = html.split(UNSUBSCRIBE_TOKEN)
    return UNSUBSCRIBE_TOKEN.join(part.replace("{{", "&#123;&#123;") for part in parts)
