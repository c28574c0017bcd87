"""Content that a page hides from its own parser, brought back before anything is judged or taken out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from bs4 import Tag

# html, body, a link or picture, and the image itself.
MAX_TWIN_TAGS = 4


def unwrap(soup: BeautifulSoup) -> bool:
    """Bring back a Blogger post hidden in a script, and the twins of lazy pictures hidden in noscript.

    Returns whether words came back, and not pictures alone.
    """
    has_words = False
    for script in soup.find_all("script", type=re.compile(r"text/(?:x-)?template")):
        if len(script.get_text()) > len(_visible(soup)):
            _replace(script, script.get_text())
            has_words = True
    for noscript in soup.find_all("noscript"):
        inner = _fragment(noscript)
        twin = noscript.find_previous(["img", "picture"])
        if inner.find("img") and len(inner.find_all(name=True)) <= MAX_TWIN_TAGS:
            if twin is not None and twin.parent in {
                noscript.parent,
                noscript.parent.parent if noscript.parent else None,
            }:
                _take_twin(twin, inner)
            else:
                noscript.replace_with(*list(inner.contents))
                continue
        elif len(inner.get_text()) > len(_visible(soup)):
            _replace(noscript, noscript.decode_contents())
            has_words = True
            continue
        noscript.extract()
    return has_words


def _take_twin(picture: Tag, inner: BeautifulSoup) -> None:
    """Give a lazy picture the source and alt text of its twin, where it lacks them."""
    twin = inner.find("img")
    image = picture if picture.name == "img" else picture.find("img")
    if twin is None or image is None:
        return
    for name in ("src", "srcset", "alt"):
        value = str(twin.get(name) or "")
        own = str(image.get(name) or "")
        if value and (not own or own.startswith("data:") or name == "src"):
            image[name] = value


def _fragment(noscript: Tag) -> BeautifulSoup:
    """Parse what stands in a noscript; some parsers keep it as text."""
    is_parsed = noscript.find(name=True) is not None
    return BeautifulSoup(noscript.decode_contents() if is_parsed else noscript.get_text(), "lxml")


def _replace(element: Tag, html: str) -> None:
    body = BeautifulSoup(html, "lxml").body
    element.replace_with(*(list(body.contents) if body else []))


def _visible(soup: BeautifulSoup) -> str:
    return soup.body.get_text() if soup.body else ""
