"""The last pass over the HTML: what MJML and premailer leave to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from newsletter.model import UNSUBSCRIBE_TOKEN
from newsletter.rendering.outlook import leave_marks

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newsletter.rendering.outlook import OutlookParts

LINE_CLASS = re.compile(r"(?<!\S)line-(\d+)(?!\S)\s*")


def finish(root: _Element, language: str, direction: str, outlook_parts: OutlookParts) -> tuple[str, dict[int, int]]:
    """Give every child of the body its language and direction, and write the HTML with its doctype.

    Returns the HTML and, for each element that came from a line of issue.md, its position and that line.
    """
    leave_marks(root)
    for child in root.iterfind("body/*"):
        child.set("lang", language)
        child.set("dir", direction)
    lines = {}
    for position, element in enumerate(root.iter(etree.Element)):
        if line := _take_line(element):
            lines[position] = line
        if element.tag == "a":
            # A new tab that was not announced takes the way back away (WCAG 3.2.5, technique G200).
            element.attrib.pop("target", None)
    return _protect_braces(outlook_parts.put_back(write_html(root))), lines


def write_html(root: _Element) -> str:
    """Write HTML with its doctype, and with a name for spaces that nobody sees in an editor."""
    html: str = etree.tostring(root, method="html", encoding="unicode", with_tail=False)
    return "<!DOCTYPE html>\n" + html.replace("\u00a0", "&nbsp;").replace("\u200c", "&zwnj;")


def _take_line(element: _Element) -> int:
    """Take the line number out of an element's classes; 0 where there is none."""
    found = LINE_CLASS.search(element.get("class", ""))
    if not found:
        return 0
    if kept := LINE_CLASS.sub("", element.get("class")).strip():
        element.set("class", kept)
    else:
        del element.attrib["class"]
    return int(found[1])


def _protect_braces(html: str) -> str:
    """Write braces from a post as entities: senders and SES replace what stands between double braces."""
    parts = html.split(UNSUBSCRIBE_TOKEN)
    return UNSUBSCRIBE_TOKEN.join(part.replace("{{", "&#123;&#123;") for part in parts)
