"""Tokens in the order they come → the tree that browsers build of them, with the positions of elements.

HTML says how a tree is built of any tags (section 13.2.6): end tags that may be left out, end tags without a start, a
head that ends where the body begins. This does what emails meet of it. An html or head element that is not written is
not made up: HTML without them is a fragment, as templates and quoted emails have it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bs4 import Comment, Doctype, Tag
from bs4.builder import HTMLTreeBuilder

from newsletter.checks.content_model import (
    BLOCKS,
    CELLS,
    CLOSES,
    FOREIGN,
    FORMATTING,
    HEADINGS,
    IN_HEAD,
    LISTS,
    SCOPE,
    SPECIAL,
    TABLE_PARTS,
)
from newsletter.checks.lost import Lost
from newsletter.checks.tokenizing import TEXT_ONLY, Kind, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bs4 import BeautifulSoup

    from newsletter.checks.tokenizing import Token

# Chromium does not nest deeper either: what comes then stands beside the innermost element, not inside it.
MAX_DEPTH = 512
# What is in one of these is in no link outside of it.
_NO_LINK_AROUND = frozenset({*CELLS, "body"})


class PositionedTree(HTMLTreeBuilder):
    """Builds a soup from tags as browsers do."""

    def feed(self, markup: Any) -> None:  # noqa: ANN401 - bs4's
        """Parse markup into the soup."""
        if self.soup is not None:
            _Tree(self.soup, str(markup)).build()


class _Tree:
    """A tree under construction, in a soup."""

    def __init__(self, soup: BeautifulSoup, html: str) -> None:
        self.soup = soup
        self._tokens = Tokens(html)
        self._offset = 0  # where the token at hand begins
        # Formatting elements whose end tag came inside a block of theirs: they end where the block ends.
        self._ending: set[int] = set()
        self._singletons: dict[str, Tag] = {}
        self._lost = Lost()
        soup.__dict__["lost"] = self._lost

    def build(self) -> None:
        """Take token after token."""
        for token in self._tokens:
            self._offset = token.offset
            if token.kind is not Kind.TEXT and "v:" in token.data.lower():
                self._note_drawing(token)
            match token.kind:
                case Kind.TEXT:
                    self._add_text(token.data)
                case Kind.START:
                    self._start(token)
                case Kind.END:
                    self._end_tag(token.data)
                case Kind.COMMENT | Kind.DOCTYPE:
                    self.soup.endData()
                    self.soup.handle_data(token.data)
                    self.soup.endData(Comment if token.kind is Kind.COMMENT else Doctype)
        self.soup.endData()

    def _note_drawing(self, token: Token) -> None:
        # Outside of comments nothing says whether the part is Outlook's: it is looked at from the start.
        first = token.offset if token.kind is Kind.COMMENT else 0
        start, _ = self._lost.drawn or (first, 0)
        self._lost.drawn = min(start, first), self._tokens.end

    def _start(self, token: Token) -> None:
        """End what a start tag ends, then open the element."""
        tag = token.data
        if tag in self._singletons:
            for name, value in token.attributes:
                self._singletons[tag].attrs.setdefault(name, value)
            return
        if len(self.soup.tagStack) > MAX_DEPTH:
            self._pop(1)
        is_nested = tag == "a" and any(name == "href" for name, _ in token.attributes) and self._is_in_link()
        self._end_implied(tag)
        element = self._open(tag, token.attributes)
        if is_nested:
            self._lost.nested.add(id(element))
        if tag in {"html", "body"}:
            self._singletons[tag] = element
        if element.can_be_empty_element or (token.is_empty and self._is_foreign(tag)):
            self._pop(1)
        elif tag in TEXT_ONLY and not self._is_foreign(tag):
            self._tokens.hold(tag)

    def _open(self, tag: str, attributes: Sequence[tuple[str, str]]) -> Tag:
        written, again = dict[str, str](), dict[str, None]()
        for name, value in attributes:
            if written.setdefault(name, value) != value:
                again[name] = None
        line, column = self._tokens.place(self._offset)
        element = self.soup.handle_starttag(tag, None, None, written, sourceline=line, sourcepos=column)
        if element is None:
            raise TypeError("a soup that keeps only parts has no positions")
        self._lost.repeated.extend((element, name) for name in again)
        return element

    def _is_foreign(self, tag: str) -> bool:
        """Whether an element is of SVG, MathML or VML: `<div/>` is a start tag in HTML."""
        return ":" in tag or tag in FOREIGN or any(map(self.soup.open_tag_counter.get, FOREIGN))

    def _is_in_link(self) -> bool:
        """Whether a link is open, and no cell between."""
        if not self.soup.open_tag_counter.get("a"):
            return False
        for node in reversed(self.soup.tagStack):
            if node.name in _NO_LINK_AROUND:
                return False
            if node.name == "a" and node.has_attr("href") and id(node) not in self._ending:
                return True
        return False

    def _end_implied(self, tag: str) -> None:
        if tag not in IN_HEAD and tag != "head":
            self._leave_head(tag)
        if tag in CLOSES:
            self._end(*CLOSES[tag])
        if tag in BLOCKS and tag != "table" and self.soup.open_tag_counter.get("p"):
            # In a document without doctype a table stands inside a paragraph; so it does here, as it loses nothing.
            self._end(frozenset({"p"}), SCOPE | {"button"})
        if tag in HEADINGS and self.soup.tagStack[-1].name in HEADINGS:
            self._pop(1)
        if tag == "a":
            self._end_formatting("a")

    def _leave_head(self, tag: str) -> None:
        if self.soup.tagStack[-1].name == "head":
            self._pop(1)
        if self.soup.tagStack[-1].name == "html" and tag not in {"body", "frameset"}:
            self._enter_body()

    def _enter_body(self) -> None:
        """Content right in html is content of a body that was not written."""
        if "body" not in self._singletons:
            self._singletons["body"] = self._open("body", ())

    def _add_text(self, text: str) -> None:
        """Words after the head begin the body."""
        if self.soup.tagStack[-1].name in {"head", "html"} and text.strip():
            self._leave_head("")
        self.soup.handle_data(text)

    def _end_tag(self, tag: str) -> None:
        """End the element, if it is open and nothing keeps it so."""
        if tag in {"body", "html"}:
            return  # what follows is content of the body all the same
        innermost = self.soup.tagStack[-1]
        if innermost.name == tag and id(innermost) not in self._ending:
            self._pop(1)
        elif tag in FORMATTING:
            self._end_formatting(tag)
        elif tag in HEADINGS:
            self._end(frozenset(HEADINGS), SCOPE)
        else:
            stops = frozenset({"table", "template"}) if tag in TABLE_PARTS | {"table"} else SCOPE
            self._end(frozenset({tag}), (stops | LISTS if tag == "li" else stops) - {tag})

    def _end(self, names: frozenset[str], stops: Iterable[str]) -> None:
        """End the nearest open element of these names, and what is open in it."""
        if not any(map(self.soup.open_tag_counter.get, names)):
            return
        for depth, node in enumerate(reversed(self.soup.tagStack), 1):
            if node.name in names:
                self._pop(depth)
                return
            if node.name in stops:
                return

    def _end_formatting(self, tag: str) -> None:
        """End a link or another formatting element; where a block in it is still open, then when that ends."""
        if not self.soup.open_tag_counter.get(tag):
            return
        for depth, node in enumerate(reversed(self.soup.tagStack), 1):
            if node.name == tag and id(node) not in self._ending:
                inside = self.soup.tagStack[len(self.soup.tagStack) - depth + 1 :]
                if any(it.name in SPECIAL for it in inside):
                    self._ending.add(id(node))
                else:
                    self._pop(depth)
                return
            if node.name in SCOPE:
                return

    def _pop(self, count: int) -> None:
        self.soup.endData()
        for _ in range(count):
            self.soup.popTag()
        while id(self.soup.tagStack[-1]) in self._ending:
            self.soup.popTag()
