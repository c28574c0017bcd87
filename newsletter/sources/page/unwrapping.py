"""Content that a page hides from its own parser, brought back before anything is judged or taken out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from bs4 import Tag
    from bs4.element import PageElement

# html, body, a link or picture, and the image itself.
MAX_TWIN_TAGS = 4
_PICTURES = frozenset({"img", "picture"})


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
        twin = _twin_of(noscript, inner)
        if inner.find("img") and len(inner.find_all(name=True)) <= MAX_TWIN_TAGS:
            if twin is not None:
                _take_twin(twin, inner)
            else:
                noscript.replace_with(*_body_contents(inner))
                continue
        elif len(inner.get_text()) > len(_visible(soup)):
            _replace(noscript, noscript.decode_contents())
            has_words = True
            continue
        noscript.extract()
    return has_words


def _twin_of(noscript: Tag, inner: BeautifulSoup) -> Tag | None:
    """Find the lazy picture beside a noscript that its picture stands in for."""
    shown = inner.find("img")
    for sibling in (noscript.find_previous_sibling(), noscript.find_next_sibling()):
        picture = sibling.find(["img", "picture"]) if sibling and sibling.name not in _PICTURES else sibling
        if shown is not None and picture is not None and _is_lazy(picture, str(shown.get("src") or "")):
            return picture
    return None


def _is_lazy(picture: Tag, source: str) -> bool:
    image = picture if picture.name == "img" else picture.find("img")
    own = str(image.get("src") or "") if image is not None else ""
    has_later = image is not None and any(name.startswith("data-") and "src" in name for name in image.attrs)
    return has_later or own in {"", source} or own.startswith("data:")


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
    element.replace_with(*_body_contents(BeautifulSoup(html, "lxml")))


def _body_contents(fragment: BeautifulSoup) -> list[PageElement]:
    """Give what a parsed fragment holds, without the html and body that the parser put around it."""
    return list(fragment.body.contents) if fragment.body else []


def _visible(soup: BeautifulSoup) -> str:
    return soup.body.get_text() if soup.body else ""
