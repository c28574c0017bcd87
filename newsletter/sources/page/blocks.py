"""The elements of a post → blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import Tag

from newsletter.blocks import plain_text
from newsletter.markdown.inlines import trim
from newsletter.model import (
    Block,
    Blocks,
    CodeBlock,
    Divider,
    Dropped,
    Emphasis,
    Heading,
    Image,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Quote,
    Strong,
    Text,
)
from newsletter.sources.page.elements import LEFT_OUT, classes_of, is_inline
from newsletter.sources.page.embeds import post_link, read_embed
from newsletter.sources.page.inlines import InlineReader
from newsletter.sources.page.pictures import read_picture
from newsletter.sources.page.shaping import (
    has_link,
    has_reference,
    is_listing,
    link_blocks,
    on_one_line,
    read_button,
    split_paragraphs,
    with_caption,
)
from newsletter.sources.page.tables import cells_of, is_data_table, read_table, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bs4.element import PageElement

    from newsletter.model import Inlines
    from newsletter.sources.page.links import Addresses

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
EMBEDS = frozenset({"iframe", "video", "audio", "embed", "object", "amp-youtube", "lite-youtube"})
_POSTS = re.compile(r"twitter-tweet|twitter-video|instagram-media|bluesky-embed|mastodon-embed|tiktok-embed|reddit-")
GALLERY = re.compile(r"gallery|carousel|slideshow|slider|swiper", re.IGNORECASE)
MAX_GALLERY = 12
_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:$|\s|[_-]text)|(?:image|photo|media|picture)-?caption", re.IGNORECASE)


class BlockReader:
    """Reads elements as blocks. `notes` maps the ids of footnotes to their labels.

    `dropped` fills with the pictures that a gallery has too many of.
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
            "p": self._paragraph,
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
                    blocks += self._element(node)
        return (*blocks, *self._paragraphs(run))

    def _take_caption(self, element: Tag, blocks: list[Block]) -> bool:
        """Give the words of a caption that stands below a picture to the picture, where it has none yet."""
        is_caption = element.name == "figcaption" or _CAPTION.search(classes_of(element))
        if not is_caption or not blocks or not isinstance(image := blocks[-1], Image) or image.caption:
            return False
        words = trim(on_one_line(self._inlines.read(element.children)))
        blocks[-1] = with_caption(image, words)
        return bool(words)

    def _paragraphs(self, run: Sequence[PageElement]) -> Iterable[Block]:
        """Read a run as paragraphs; two line breaks in a row part them."""
        content = self._inlines.read(run)
        if button := read_button(run, content):
            return [button]
        return [
            Paragraph(part) for part in split_paragraphs(content) if plain_text(part).strip() or has_reference(part)
        ]

    def _paragraph(self, element: Tag) -> Iterable[Block]:
        """Read a paragraph; words in italics below a picture that it holds are the picture's caption."""
        match blocks := self.read(element.children):
            case (Image(caption=()) as image, Paragraph((Emphasis(words),))):
                return (with_caption(image, on_one_line(words)),)
        return blocks

    def _element(self, element: Tag) -> Iterable[Block]:
        name = element.name
        if name in LEFT_OUT:
            return ()
        read = self._readers.get(name)
        blocks = read(element) if read else self.read(element.children)
        return self._cap_gallery(blocks) if GALLERY.search(classes_of(element)) else blocks

    def _cap_gallery(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """Let each picture of a gallery through once, and so many of them as a letter bears."""
        seen: set[str] = set()
        for block in blocks:
            if isinstance(block, Image) and (block.source in seen or len(seen) == MAX_GALLERY):
                reason = (
                    "a repeated picture" if block.source in seen else f"a gallery of more than {MAX_GALLERY} pictures"
                )
                self.dropped.append(Dropped(block.alt or block.source[-80:], reason))
                continue
            if isinstance(block, Image):
                seen.add(block.source)
            yield block

    def _picture(self, element: Tag) -> Iterable[Block]:
        image = read_picture(element, self._addresses)
        return (image,) if image else ()

    def _embed(self, element: Tag) -> Iterable[Block]:
        embed = read_embed(element, self._addresses)
        if embed:
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
        content = trim(
            tuple(Text(" ") if part == LineBreak() else part for part in self._inlines.read(element.children))
        )
        heading = [Heading(HEADINGS[element.name], content)] if plain_text(content).strip() else []
        return (*pictures, *heading)

    def _list(self, element: Tag) -> Iterable[Block]:
        children = (child for child in element.children if isinstance(child, Tag))
        read = (self.read(child.children if child.name == "li" else [child]) for child in children)
        items = [ListItem(blocks) for blocks in read if blocks]
        start = str(element.get("start") or "1")
        number = int(start) if start.isdigit() else 1
        return (List(tuple(items), element.name == "ol", number),) if items else ()

    def _definitions(self, element: Tag) -> Iterable[Block]:
        """Read terms as strong paragraphs, each with what it means below it."""
        blocks: list[Block] = []
        for child in element.find_all(["dt", "dd"]):
            if child.name == "dt" and (words := trim(self._inlines.read(child.children))):
                blocks.append(Paragraph((Strong(words),)))
            elif child.name == "dd":
                blocks += self.read(child.children)
        return blocks

    def _quote(self, element: Tag) -> Iterable[Block]:
        if _POSTS.search(classes_of(element)):
            link = post_link(element, self._addresses)
            blocks = self.read(element.children)
            return [Quote(blocks), *([link] if link else [])] if blocks else [link] if link else []
        blocks = self.read(element.children)
        return (Quote(blocks),) if blocks else ()

    def _code(self, element: Tag) -> Iterable[Block]:
        for line_break in element.find_all("br"):
            line_break.replace_with("\n")
        text = element.get_text().replace("\r\n", "\n").strip("\n").rstrip()
        code = element.find("code")
        classes = " ".join(classes_of(tag) for tag in (element, code, element.parent) if tag)
        language = re.search(r"(?:^| )(?:language|lang|highlight-source|brush:)-?\s?([\w+#]+)", classes)
        return (CodeBlock(text, language[1] if language else ""),) if text.strip() else ()

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
        """Read what a figure holds; its caption goes to its last picture, or stands below as emphasis."""
        captions = [caption for caption in element.find_all("figcaption") if caption.find_parent("figure") is element]
        blocks = list(self.read(element.children))
        words: Inlines = ()
        for caption in captions:
            words = (*words, *((Text(" "),) if words else ()), *on_one_line(self._inlines.read(caption.children)))
        words = trim(words)
        places = [index for index, block in enumerate(blocks) if isinstance(block, Image)]
        if words and places:
            blocks[places[-1]] = with_caption(blocks[places[-1]], words)
        elif words and blocks and isinstance(blocks[-1], Quote):
            blocks[-1] = Quote((*blocks[-1].blocks, Paragraph(words)))
        elif words and blocks:
            blocks.append(Paragraph((Emphasis(words),) if not has_link(words) else words))
        return blocks

    def _linked(self, anchor: Tag) -> Iterable[Block]:
        """Read a link around blocks: pictures keep it, words get it."""
        target = self._addresses.link(str(anchor.get("href") or ""))
        blocks = self.read(anchor.children)
        return link_blocks(blocks, target) if target else blocks
