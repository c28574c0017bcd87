"""The elements of a post → blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag

from newsletter.blocks import plain_text
from newsletter.markdown.inlines import trim
from newsletter.model import (
    Block,
    Blocks,
    Divider,
    Dropped,
    Heading,
    Image,
    Paragraph,
    Quote,
    Strong,
    Table,
)
from newsletter.sources.page.bullets import list_bullets
from newsletter.sources.page.callouts import callout_kind, make_callout
from newsletter.sources.page.captions import caption_in_italics, is_caption, place_caption, read_captions
from newsletter.sources.page.code import is_listing, lost_links, read_code
from newsletter.sources.page.elements import LEFT_OUT, is_inline
from newsletter.sources.page.embeds import is_post, post_link, read_embed
from newsletter.sources.page.galleries import cap_gallery, is_gallery
from newsletter.sources.page.inlines import InlineReader
from newsletter.sources.page.lists import read_list
from newsletter.sources.page.pictures import read_picture
from newsletter.sources.page.shaping import (
    has_reference,
    is_linked,
    link_blocks,
    on_one_line,
    read_button,
    split_paragraphs,
    with_caption,
    without_stand_in,
    without_stress,
)
from newsletter.sources.page.tables import cells_of, is_data_table, read_table, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bs4.element import PageElement

    from newsletter.sources.page.links import Addresses

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
EMBEDS = ("iframe", "video", "audio", "embed", "object")


class BlockReader:
    """Reads elements as blocks. `notes` maps the ids of footnotes to their labels.

    `dropped` fills with what an email cannot hold: pictures of a long gallery, links in code, players that are none.
    """

    def __init__(self, addresses: Addresses, notes: Mapping[str, str] | None = None) -> None:
        """Keep what links and pictures need."""
        self.dropped: list[Dropped] = []
        self._addresses = addresses
        self._inlines = InlineReader(addresses, notes or {})
        self._readers: dict[str, Callable[[Tag], Iterable[Block]]] = {
            **dict.fromkeys(HEADINGS, self._heading),
            **dict.fromkeys(EMBEDS, self._embed),
            **dict.fromkeys(("ul", "ol", "menu"), self._list),
            "a": self._linked,
            "blockquote": self._quote,
            "dl": self._definitions,
            "figcaption": self._stray_caption,
            "figure": self._figure,
            "hr": lambda _: (Divider(),),
            "img": self._picture,
            "pre": self._code,
            "summary": self._summary,
            "table": self._table,
        }

    def read(self, nodes: Iterable[PageElement]) -> Blocks:
        """Read nodes in order: runs of inline nodes become paragraphs, elements become the blocks that they mean."""
        blocks: list[Block] = []
        run: list[PageElement] = []
        for node in nodes:
            if is_inline(node):
                run.append(node)
            else:
                blocks += self._paragraphs(run)
                run = []
                if isinstance(node, Tag) and not self._take_caption(node, blocks):
                    found = list(self._element(node))
                    blocks = [*without_stand_in(blocks, found), *found]
        return list_bullets((*blocks, *self._paragraphs(run)))

    def _take_caption(self, element: Tag, blocks: list[Block]) -> bool:
        """Give a caption that stands below a picture or a table to it, where it has none yet."""
        if not blocks or not isinstance(above := blocks[-1], Image | Table) or above.caption or not is_caption(element):
            return False
        words = trim(on_one_line(self._inlines.read(element.children)))
        blocks[-1] = with_caption(above, words)
        return bool(words)

    def _paragraphs(self, run: Sequence[PageElement]) -> Iterable[Block]:
        """Read a run as paragraphs; two line breaks in a row part them."""
        content = self._inlines.read(run)
        if button := read_button(run, content):
            return [button]
        return [
            Paragraph(part) for part in split_paragraphs(content) if plain_text(part).strip() or has_reference(part)
        ]

    def _element(self, element: Tag) -> Iterable[Block]:
        name = element.name
        if name in LEFT_OUT:
            return ()
        read = self._readers.get(name)
        blocks = read(element) if read else caption_in_italics(self.read(element.children))
        if is_gallery(element):
            blocks, dropped = cap_gallery(blocks)
            self.dropped += dropped
        elif blocks and (kind := callout_kind(element)):
            return (make_callout(kind, element, tuple(blocks)),)
        return blocks

    def _picture(self, element: Tag) -> Iterable[Block]:
        image = read_picture(element, self._addresses)
        return (image,) if image else ()

    def _embed(self, element: Tag) -> Iterable[Block]:
        embed = read_embed(element, self._addresses)
        if isinstance(embed, Dropped):
            self.dropped.append(embed)
        elif embed:
            return (embed,)
        return self.read(element.children) if element.name == "object" else ()

    def _summary(self, element: Tag) -> Iterable[Block]:
        words = trim(self._inlines.read(element.children))
        return (Paragraph((Strong(words),)),) if words else ()

    def _stray_caption(self, element: Tag) -> Iterable[Block]:
        """A caption in a figure is read by the figure."""
        return () if element.find_parent("figure") else self.read(element.children)

    def _heading(self, element: Tag) -> Iterable[Block]:
        pictures = self.read(element.find_all("img")) if element.find("img") else ()
        self._inlines.unlink_anchors(element)
        content = without_stress(trim(on_one_line(self._inlines.read(element.children))))
        heading = [Heading(HEADINGS[element.name], content)] if plain_text(content).strip() else []
        return (*pictures, *heading)

    def _list(self, element: Tag) -> Iterable[Block]:
        return read_list(element, self.read)

    def _definitions(self, element: Tag) -> Iterable[Block]:
        """Read terms as strong paragraphs, each with what it means below it; WordPress sets galleries so."""
        blocks: list[Block] = []
        for child in element.find_all(["dt", "dd"]):
            if child.name == "dt" and all(map(is_inline, child.children)):
                words = trim(self._inlines.read(child.children))
                blocks += [Paragraph((Strong(words),))] if plain_text(words).strip() else []
            elif not self._take_caption(child, blocks):
                blocks += self.read(child.children)
        return blocks

    def _quote(self, element: Tag) -> Iterable[Block]:
        blocks = self.read(element.children)
        quote = [Quote(blocks)] if blocks else []
        link = post_link(element, self._addresses) if is_post(element) else None
        if link and all(map(is_linked, blocks)):
            # Such a post is shown by script: without it, nothing is there but its link.
            return [link]
        return [*quote, *([link] if link else [])]

    def _code(self, element: Tag) -> Iterable[Block]:
        self.dropped += lost_links(element)
        return read_code(element)

    def _table(self, element: Tag) -> Iterable[Block]:
        if is_data_table(element):
            pictures = self.read(element.find_all("img"))
            return (read_table(element, self._inlines), *pictures)
        rows = rows_of(element)
        if is_listing(rows):
            # Blogs set code in a table: line numbers left, code right.
            return self.read(cells_of(rows[0])[-1].children)
        return self.read(cell for row in rows for cell in cells_of(row))

    def _figure(self, element: Tag) -> Iterable[Block]:
        return place_caption(self.read(element.children), read_captions(element, self._inlines))

    def _linked(self, anchor: Tag) -> Iterable[Block]:
        """Read a link around blocks: pictures keep it, words get it."""
        target = self._addresses.link(str(anchor.get("href") or ""))
        blocks = self.read(anchor.children)
        return link_blocks(blocks, target) if target else blocks
