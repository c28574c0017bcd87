"""Tags in the order they come → the tree that browsers build of them, with the positions of elements.

html.parser keeps positions, and knows nothing of HTML's tree construction (HTML, section 13.2.6): end tags that may be
left out, end tags without a start, a head that ends where the body begins. This adds what emails meet. An html or head
element that is not written is not made up: HTML without them is a fragment, as templates and quoted emails have it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bs4 import Tag
from bs4.builder._htmlparser import BeautifulSoupHTMLParser, HTMLParserTreeBuilder

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

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bs4 import BeautifulSoup


# Chromium does not nest deeper either: what comes then stands beside the innermost element, not inside it.
MAX_DEPTH = 512


class PositionedTree(HTMLParserTreeBuilder):
    """Builds a soup from tags as browsers do."""

    def feed(self, markup: Any, _parser_class: type[BeautifulSoupHTMLParser] | None = None) -> None:  # noqa: ANN401 - bs4's
        """Parse markup into the soup."""
        super().feed(markup, _parser_class or _Tags)


class _Tags(BeautifulSoupHTMLParser):
    """What html.parser calls for each tag."""

    soup: BeautifulSoup

    def __init__(self, soup: BeautifulSoup, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - bs4's
        super().__init__(soup, *args, **kwargs)
        # Formatting elements whose end tag came inside a block of theirs: they end where the block ends.
        self._ending: set[int] = set()
        self._singletons: dict[str, Tag] = {}
        self._lost = Lost()
        soup.__dict__["lost"] = self._lost

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<div/>` is a start tag in HTML; only foreign elements (SVG, VML) end so."""
        is_foreign = any(self.soup.open_tag_counter.get(name) for name in FOREIGN)
        if ":" in tag or tag in FOREIGN or is_foreign:
            super().handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)

    def handle_starttag(
        self,
        tag: str,
        attrs: list[tuple[str, str | None]],
        handle_empty_element: bool = True,  # noqa: FBT001, FBT002 - bs4's
    ) -> None:
        """End what the start tag ends, then open the element."""
        if tag in {"html", "body"} and (first := self._singletons.get(tag)) is not None:
            for name, value in attrs:
                first.attrs.setdefault(name, value or "")
            return
        if len(self.soup.tagStack) > MAX_DEPTH:
            self._pop(1)
        is_nested = tag == "a" and self._is_in_link() and any(name == "href" for name, _ in attrs)
        self._end_implied(tag)
        super().handle_starttag(tag, attrs, handle_empty_element)
        if is_nested:
            self._lost.nested.add(id(self.soup.tagStack[-1]))
        if len(attrs) > 1 and len({name for name, _ in attrs}) < len(attrs):
            self._note_repeated(attrs)
        if tag in {"html", "body"} and self.soup.tagStack[-1].name == tag:
            self._singletons[tag] = self.soup.tagStack[-1]

    def _is_in_link(self) -> bool:
        """Whether a link is open, and no cell between."""
        if not self.soup.open_tag_counter.get("a"):
            return False
        for node in reversed(self.soup.tagStack):
            if node.name in {*CELLS, "body"}:
                return False
            if node.name == "a" and node.has_attr("href") and id(node) not in self._ending:
                return True
        return False

    def _note_repeated(self, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the names of attributes that came again with another value; the tree has only the first."""
        first: dict[str, str | None] = {}
        again = [name for name, value in attrs if first.setdefault(name, value) != value]
        element = self.soup._most_recent_element  # noqa: SLF001 - where bs4 keeps it, for void elements too
        if isinstance(element, Tag):
            self._lost.repeated.extend((element, name) for name in dict.fromkeys(again))

    def _end_implied(self, tag: str) -> None:
        if tag not in IN_HEAD and tag != "head":
            self._leave_head(tag)
        if tag in CLOSES:
            self._end(*CLOSES[tag])
        if tag in BLOCKS and tag != "table":
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
            self.soup.endData()
            super().handle_starttag("body", [])
            self._singletons["body"] = self.soup.tagStack[-1]

    def handle_data(self, data: str) -> None:
        """Words after the head begin the body."""
        if data.strip() and self.soup.tagStack[-1].name in {"head", "html"}:
            self._leave_head("")
        super().handle_data(data)

    def handle_endtag(self, tag: str, check_already_closed: bool = True) -> None:  # noqa: FBT001, FBT002 - bs4's
        """End the element, if it is open and nothing keeps it so."""
        if not check_already_closed:
            self._pop(1)  # an element that is always empty has just been opened
        elif tag in {"body", "html"}:
            return  # what follows is content of the body all the same
        elif tag in self.already_closed_empty_element:
            self.already_closed_empty_element.remove(tag)
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
