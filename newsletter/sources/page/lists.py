"""Lists: those that engines take apart made one again, and their items read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString

from newsletter.model import Image, List, ListItem
from newsletter.sources.page.galleries import is_gallery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bs4 import BeautifulSoup
    from bs4.element import PageElement

    from newsletter.model import Block, Blocks


def join_lists(soup: BeautifulSoup) -> None:
    """Join lists of one item each that stand in a row: Notion writes each item as a list."""
    for part in soup.find_all(["ul", "ol"], class_=True):
        items = part.find_all("li", recursive=False)
        if len(items) == 1:
            _join_list(part, items[0])


def read_list(element: Tag, read: Callable[[Iterable[PageElement]], Blocks]) -> Iterable[Block]:
    """Read a list, its items by `read`; the pictures of a gallery are none."""
    items: list[Blocks] = []
    for child in (child for child in element.children if isinstance(child, Tag)):
        blocks = read(child.children if child.name == "li" else [child])
        if items and child.name in {"ul", "ol"}:
            # Editors of old put a list inside a list into the list itself, not into its item.
            items[-1] = (*items[-1], *blocks)
        elif blocks:
            items.append(blocks)
    if is_gallery(element) and all(isinstance(block, Image) for blocks in items for block in blocks):
        return [block for blocks in items for block in blocks]
    start = str(element.get("start") or "1")
    number = int(start) if start.isdecimal() else 1
    return (List(tuple(map(ListItem, items)), element.name == "ol", number),) if items else ()


def _join_list(part: Tag, item: Tag) -> None:
    """Put a list of one item after the list of its kind above it: Notion writes each item as a list."""
    above = part.previous_sibling
    while isinstance(above, NavigableString) and not above.strip():
        above = above.previous_sibling
    if not isinstance(above, Tag) or (above.name, above.get("class")) != (part.name, part.get("class")):
        return
    start = str(above.get("start") or "1")
    number = len(above.find_all("li", recursive=False)) + (int(start) if start.isdecimal() else 1)
    if part.name == "ul" or str(part.get("start")) == str(number):
        above.append(item.extract())
        part.extract()
