"""Elements inside a line → inline content."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING
from urllib.parse import unquote

from bs4 import Comment, Tag
from bs4.element import NavigableString, PreformattedString

from newsletter.blocks import plain_text
from newsletter.markdown.inlines import join_text, trim
from newsletter.model import Code, Emphasis, FootnoteReference, LineBreak, Link, Strikethrough, Strong, Text
from newsletter.sources.page.elements import INLINE
from newsletter.sources.page.symbols import small_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bs4.element import PageElement

    from newsletter.model import Inline, Inlines
    from newsletter.sources.page.links import Addresses

_WRAPPERS: Mapping[str, Callable[[Inlines], Inline]] = {
    "em": Emphasis,
    "i": Emphasis,
    "cite": Emphasis,
    "dfn": Emphasis,
    "strong": Strong,
    "b": Strong,
    "s": Strikethrough,
    "del": Strikethrough,
    "strike": Strikethrough,
}
_CODE = frozenset({"code", "kbd", "samp", "tt", "var"})
# Where a word may be broken, and the mark of byte orders: searching and reading aloud stumble over them.
_UNSEEN = {0xAD: None, 0xFEFF: None}
_LEFT_OUT = frozenset({"script", "style", "template", "svg", "button", "input", "select", "textarea", "noscript"})


class InlineReader:
    """Reads inline content. `notes` maps the ids of footnotes to their labels."""

    def __init__(self, addresses: Addresses, notes: Mapping[str, str]) -> None:
        """Keep what links need."""
        self._addresses = addresses
        self._notes = notes

    def read(self, nodes: Iterable[PageElement]) -> Inlines:
        """Read nodes that hold no block."""
        return join_text(inline for node in nodes for inline in self._node(node))

    def unlink_anchors(self, heading: Tag) -> None:
        """Take out of a heading the signs that link to itself, and the links around its words that do."""
        own = {str(tag.get("id")) for tag in (heading, heading.parent, *heading.find_all(name=True)) if tag}
        for anchor in heading.find_all("a", href=re.compile("^#")):
            target = unquote(str(anchor["href"])[1:])
            if not re.search(r"\w", anchor.get_text()):
                anchor.extract()
            elif target in own and target not in self._notes:
                anchor.unwrap()

    def _node(self, node: PageElement) -> Iterable[Inline]:
        if isinstance(node, NavigableString):
            is_text = not isinstance(node, Comment | PreformattedString)
            words = re.sub(r"[ \t\r\n\f]+", " ", str(node).translate(_UNSEEN))
            return [Text(words)] if is_text else []
        if not isinstance(node, Tag) or node.name in _LEFT_OUT:
            return []
        if node.name == "br":
            return [LineBreak()]
        if node.name == "a":
            return self._link(node)
        if node.name in _CODE:
            words = " ".join(node.get_text().split())
            return [Code(words)] if words else []
        content = self.read(node.children)
        if node.name == "q":
            return [Text("“"), *content, Text("”")]
        if node.name not in INLINE:
            # Items and paragraphs in a cell of a table stay words of their own.
            return [Text(" "), *content, Text(" ")]
        if node.name in {"sup", "sub"} and all(isinstance(part, Text) for part in content):
            return [Text(small_figures(node.name, plain_text(content)))]
        wrap = _WRAPPERS.get(node.name) or _stress_of(node)
        return _wrap(content, wrap) if wrap else content

    def _link(self, anchor: Tag) -> Iterable[Inline]:
        href = str(anchor.get("href") or "")
        if href.startswith("#") and href[1:] in self._notes:
            return [FootnoteReference(self._notes[href[1:]])]
        content = self.read(anchor.children)
        target = self._addresses.link(href) if href else ""
        return _wrap(content, lambda words: Link(target, words)) if target else content


def _stress_of(node: Tag) -> Callable[[Inlines], Inline] | None:
    """Say what a style means that an editor wrote instead of an element: Wix and Google Docs do."""
    style = str(node.get("style") or "").replace(" ", "").lower() if node.name in {"span", "font"} else ""
    if re.search(r"font-weight:(?:bold|[6-9]00)", style):
        return Strong
    return Emphasis if "font-style:italic" in style else None


def _wrap(content: Inlines, wrap: Callable[[Inlines], Inline]) -> Inlines:
    """Wrap content, with the spaces and line breaks at its ends outside; what holds no words stays as it is."""
    words = plain_text(content)
    if not words.strip():
        return content
    return (*_ends(content, words[0]), wrap(trim(content)), *_ends(content[::-1], words[-1]))


def _ends(content: Inlines, character: str) -> Inlines:
    """Take the line breaks that content begins with, or else a space."""
    breaks = tuple(takewhile(lambda inline: inline == LineBreak(), content))
    return breaks or (Text(" " if character == " " else ""),)
