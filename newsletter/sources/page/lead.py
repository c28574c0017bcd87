"""The picture that stands for a post and lies outside its words: above them, or in the page's header."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from newsletter.blocks import walk_blocks
from newsletter.model import Image
from newsletter.sources.page.blocks import BlockReader
from newsletter.sources.page.elements import classes_of

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    from newsletter.model import Blocks
    from newsletter.sources.page.links import Addresses

_NAMED = re.compile(
    r"wp-post-image|(?:^|[\s_-])(?:featured|feature|hero|cover|lead|post-thumbnail|entry-thumb\w*|"
    r"(?:post|article|entry|blog)-?(?:image|img|media|banner))(?:$|[\s_-])",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"related|sidebar|author|avatar|comment|widget|recommend|teaser|logo|newsletter|footer|nav", re.IGNORECASE
)
_OUTSIDE = frozenset({"nav", "aside", "footer", "form"})
# A picture is named as the lead by itself or by what is so close around it.
NEAR = 4
NEAR_CAPTION = 2
MIN_WIDTH = 200
_SIZE = re.compile(r"(?:-\d+x\d+|-scaled)?(?=\.\w+$)|=[swh]\d[\w-]*$")


def find_lead(soup: BeautifulSoup, post: Tag, stated: str, addresses: Addresses) -> Image | None:
    """Find the lead picture outside the element of the post; None where no picture of the page is clearly it.

    `stated` is the address that the page gives for it, often of another size.
    """
    inside = {id(image) for image in post.find_all("img")}
    images = [image for image in soup.find_all("img") if id(image) not in inside and not _is_elsewhere(image)]
    found = next((image for image in images if _same_file(image, stated, addresses)), None)
    if found is None:
        found = next((image for image in images if _is_above(image, post)), None)
    if found is None:
        return None
    around = next((it for it in list(found.parents)[:NEAR_CAPTION] if it.find("figcaption")), None)
    holder = found.find_parent("figure") or around or found.find_parent("picture") or found
    blocks = BlockReader(addresses).read([holder])
    return next((block for block in walk_blocks(blocks) if isinstance(block, Image)), None)


def with_lead(lead: Image | None, blocks: Blocks) -> Blocks:
    """Put the lead picture before a post that does not show it."""
    shown = {_file_of(block.source) for block in walk_blocks(blocks) if isinstance(block, Image)}
    return blocks if lead is None or _file_of(lead.source) in shown else (lead, *blocks)


def _same_file(image: Tag, stated: str, addresses: Addresses) -> bool:
    wanted = _file_of(stated)
    block = next(iter(BlockReader(addresses).read([image])), None) if wanted else None
    return isinstance(block, Image) and _file_of(block.source) == wanted


def _file_of(url: str) -> str:
    """Name the file of a picture without its size; services of pictures carry the address of the file in their own."""
    path = urlsplit(unquote(url)).path
    return _SIZE.sub("", path.rstrip("/").rpartition("/")[2])


def _is_elsewhere(image: Tag) -> bool:
    """Whether a picture stands for something else: the site, the author, another post; small ones do."""
    around = (it for it in [image, *image.parents] if it.name not in {"body", "html"})
    width = str(image.get("width") or "").removesuffix("px")
    is_small = width.isdecimal() and int(width) < MIN_WIDTH
    return is_small or any(it.name in _OUTSIDE or _ELSEWHERE.search(_marks_of(it)) for it in around)


def _marks_of(element: Tag) -> str:
    return f"{classes_of(element)} {element.get('data-testid') or ''}"


def _is_named(image: Tag) -> bool:
    return any(_NAMED.search(classes_of(it)) for it in [image, *list(image.parents)[:NEAR]] if it.name != "body")


def _is_above(image: Tag, post: Tag) -> bool:
    """Whether a picture stands before the post: named as its lead in the same article, or beside its title."""
    if not any(node is post for node in image.next_elements):
        return False
    header, article = image.find_parent("header"), image.find_parent(["article", "main"])
    is_beside_title = header is not None and header.find("h1") is not None
    is_same = article is not None and any(parent is article for parent in post.parents)
    return (is_beside_title and (is_same or _is_named(image))) or (is_same and _is_named(image))
