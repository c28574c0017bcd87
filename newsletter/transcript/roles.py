"""Elements → the words that screen readers have for them.

From HTML-AAM 1.0 (https://www.w3.org/TR/html-aam-1.0/), which maps elements to roles, in the words that NVDA and
VoiceOver say. Paragraphs, sections without a name and layout tables say nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from bs4 import Tag

_ROLE_OF_ELEMENT = {
    "article": "article",
    "aside": "complementary",
    "blockquote": "blockquote",
    "figure": "figure",
    "footer": "contentinfo",
    "header": "banner",
    "main": "main",
    "nav": "navigation",
    "ul": "list",
    "ol": "list",
    "table": "table",
}
# What is said on entering; on leaving it is "end of" and the same words.
GROUPS = {
    "article": "article",
    "banner": "banner",
    "blockquote": "quote",
    "complementary": "complementary",
    "contentinfo": "content information",
    "figure": "figure",
    "main": "main",
    "navigation": "navigation",
    "note": "note",
    "region": "region",
}
_LEVELS = {f"h{level}": level for level in range(1, 7)}
# What is said before and after words among others.
_MARKS = {"del": "deletion", "s": "deletion", "ins": "insertion", "mark": "highlight"}
# They begin a new line; what is not here flows with the words around it.
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"}
    | {"main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
UNSAID = frozenset({"head", "script", "style", "template", "noscript", "title"})
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def role_of(element: Tag) -> str:
    """Say an element's role: the one that it is given, else its own; empty where it has none."""
    given = str(element.attrs.get("role") or "").split()
    return given[0].lower() if given else _ROLE_OF_ELEMENT.get(element.name, "")


def mark_of(element: Tag) -> str:
    """Say how an element's words are marked, such as `deletion`; empty for anything else."""
    return "" if element.get("role") else _MARKS.get(element.name, "")


def image_name(element: Tag) -> str:
    """Name an image by what its author wrote or, without an alt, by its file; empty for a decorative one."""
    name = element.get("aria-label") or element.get("alt")
    if name is None:
        name = element.get("title") or urlsplit(str(element.get("src") or "")).path.rsplit("/", 1)[-1]
    return str(name) if str(name).strip() else ""


def is_said(element: Tag) -> bool:
    """Whether an element reaches the reader: not hidden by its style, `hidden` or `aria-hidden`."""
    get = element.attrs.get
    is_hidden = "hidden" in element.attrs or str(get("aria-hidden", "")).lower() == "true"
    return element.name not in UNSAID and not is_hidden and not _HIDDEN.search(str(get("style") or ""))


def heading_level(element: Tag) -> int:
    """Say the level of a heading, 0 for anything else."""
    given = role_of(element)
    if given == "heading":
        level = str(element.get("aria-level") or "2")
        return int(level) if level.isdecimal() else 2
    return 0 if given else _LEVELS.get(element.name, 0)
