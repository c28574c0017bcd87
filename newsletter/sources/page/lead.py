"""The picture that stands for a post and lies outside its words: above them, or in the page's header."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsletter.blocks import walk_blocks
from newsletter.model import Image
from newsletter.sources.page.blocks import BlockReader
from newsletter.sources.page.elements import classes_of
from newsletter.sources.page.titles import says_title

if TYPE_CHECKING:
    from bs4 import Tag

    from newsletter.model import Blocks
    from newsletter.sources.page.links import Addresses
    from newsletter.sources.page.metadata import Metadata

_NAMED = re.compile(
    r"wp-post-image|(?:^|[\s_-])(?:featured|primary-image|field-(?:\w+-)?image|feature|hero|cover|lead|post-thumbnail|entry-thumb\w*|"
    r"(?:post|article|entry|blog)-?(?:image|img|media|banner))(?:$|[\s_-])",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"related|sidebar|author|avatar|comment|widget|recommend|teaser|logo|newsletter|footer|nav", re.IGNORECASE
)
_HOME = re.compile(r"^(?:https?://[^/]+)?/?$")
_OUTSIDE = frozenset({"nav", "aside", "footer", "form"})
# A picture is named as the lead by itself or by what is so close around it.
NEAR = 4
NEAR_CAPTION = 2
MIN_WIDTH = 200
_SIZE = re.compile(r"(?:-\d+x\d+|-scaled)?(?=\.\w+$)|=[swh]\d[\w-]*$")


def find_lead(soup: Tag, post: Tag, metadata: Metadata, addresses: Addresses) -> Image | None:
    """Find the lead picture outside the element of the post; None where no picture of the page is clearly it.

    It is the one that the page states, often of another size; else one above the post that is named as its lead;
    else the only one between the title and the post.
    """
    inside = {id(image) for image in post.find_all("img")}
    images = [image for image in soup.find_all("img") if id(image) not in inside and not _is_elsewhere(image)]
    found = next((image for image in images if _same_file(image, metadata.image, addresses)), None)
    above = [image for image in images if _is_above(image, post)]
    found = found or next((image for image in above if _is_named(image)), None)
    below_title = [image for image in above if _is_below_title(image, metadata.title)]
    if found is None and len(below_title) == 1 and str(below_title[0].get("alt") or "") != metadata.author:
        found = below_title[0]
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
    path = re.sub(r"[?#].*", "", unquote(url), flags=re.DOTALL)
    return _SIZE.sub("", path.rstrip("/").rpartition("/")[2])


def _is_elsewhere(image: Tag) -> bool:
    """Whether a picture stands for something else: the site, the author, another post; small ones do."""
    around = (it for it in [image, *image.parents] if it.name not in {"body", "html"})
    width = str(image.get("width") or "").removesuffix("px")
    is_small = width.isdecimal() and int(width) < MIN_WIDTH
    if is_small or image.find_parent("a", href=_HOME) or "logo" in str(image.get("src") or "").lower():
        return True
    return any(it.name in _OUTSIDE or _ELSEWHERE.search(_marks_of(it)) for it in around)


def _marks_of(element: Tag) -> str:
    return f"{classes_of(element)} {element.get('data-testid') or ''}"


def _is_named(image: Tag) -> bool:
    return any(_NAMED.search(classes_of(it)) for it in [image, *list(image.parents)[:NEAR]] if it.name != "body")


def _is_above(image: Tag, post: Tag) -> bool:
    """Whether a picture stands before the post, in the same article or in the header that holds its title."""
    if not any(node is post for node in image.next_elements):
        return False
    header, article = image.find_parent("header"), image.find_parent(["article", "main"])
    is_same = article is not None and any(parent is article for parent in post.parents)
    return is_same or (header is not None and header.find("h1") is not None)


def _is_below_title(image: Tag, title: str) -> bool:
    """Whether a picture stands below the heading that is the post's title, or in the same header."""
    headings = [it for it in image.find_all_previous(["h1", "h2"]) if says_title(it.get_text(" "), title)]
    header = image.find_parent("header")
    return bool(headings) or (header is not None and header.find("h1") is not None)
