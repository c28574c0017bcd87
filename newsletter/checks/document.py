"""An email as the rules see it: HTML with positions, and what else is known of it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from newsletter.checks.cascade import Cascade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from newsletter.model import Blocks

# What a reader never hears or sees as words.
UNSEEN = frozenset({"head", "script", "style", "template", "title", "noscript"})
# Characters that senders pad the preheader with: they take room and say nothing.
INVISIBLE = "\u034f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\ufeff"
_SPACE = re.compile(rf"[\s{INVISIBLE}]+")


@dataclass(frozen=True, slots=True)
class Letter:
    """What is known of an issue of ours beyond its HTML: blocks, language, the grade it aims at, the postal address."""

    blocks: Blocks
    language: str
    grade: int
    postal_address: str


class Document:
    """One HTML email, parsed once; rules ask it questions.

    MSO conditional comments are comments here, as in every mail program but Outlook for Windows.
    """

    def __init__(
        self,
        html: str,
        *,
        text: str | None = None,
        headers: Mapping[str, str] | None = None,
        letter: Letter | None = None,
    ) -> None:
        """Parse `html`. `text` is the plain-text part and `headers` the email's, None where they are not known."""
        self.html = html
        self.text = text
        self.headers = headers
        self.letter = letter
        self.soup = BeautifulSoup(html, "html.parser")
        self.elements: tuple[Tag, ...] = tuple(self.soup.find_all(name=True))
        self._positions = {id(element): position for position, element in enumerate(self.elements)}

    @functools.cached_property
    def cascade(self) -> Cascade:
        """The computed styles."""
        return Cascade(self.soup, self.elements)

    @property
    def root(self) -> Tag | None:
        """The html element."""
        return self.soup.html

    @property
    def body(self) -> Tag | None:
        """The body element."""
        return self.soup.body

    @property
    def language(self) -> str:
        """The language that the html element states; English where it states none."""
        return str((self.root.get("lang") if self.root else "") or "en")

    def position(self, element: Tag) -> int:
        """Say the how-manieth start tag an element is, from 0."""
        return self._positions[id(element)]

    def find(self, *names: str) -> Iterator[Tag]:
        """Yield the elements of these names that a screen reader meets."""
        yield from (element for element in self.elements if element.name in names and self.is_exposed(element))

    def is_exposed(self, element: Tag) -> bool:
        """Whether an element reaches people with a screen reader: it is shown, and not hidden from them."""
        return not self._is_hidden(element)

    def _is_hidden(self, element: Tag) -> bool:
        return any(
            node.name in UNSEEN or str(node.get("aria-hidden", "")).lower() == "true" or not self.cascade.is_shown(node)
            for node in (element, *element.parents)
            if isinstance(node, Tag)
        )

    def has_content(self, element: Tag) -> bool:
        """Whether an element holds words or pictures for readers."""
        if not self.is_exposed(element):
            return False
        if any(self.is_exposed(image) and image.get("alt") != "" for image in element.find_all("img")):
            return True
        return bool(element.get("alt") != "" if element.name == "img" else self.words(element))

    def content_without(self, attribute: str) -> Iterator[Tag]:
        """Yield the children of the body that hold content and do not have an attribute."""
        children = self.body.find_all(recursive=False) if self.body else ()
        for child in children:
            if not str(child.get(attribute) or "").strip() and self.has_content(child):
                yield child

    def words(self, element: Tag) -> str:
        """Keep the words inside an element that a screen reader says, without pictures."""
        pieces = [
            str(text)
            for text in element.find_all(string=True)
            if not isinstance(text, PreformattedString) and text.parent and self.is_exposed(text.parent)
        ]
        return squeeze(" ".join(pieces))

    def name(self, element: Tag) -> str:
        """Compute the accessible name of a link or a button (accname 1.2, the steps that email meets)."""
        given = self._referenced(element) or squeeze(str(element.get("aria-label") or ""))
        return given or self._collect(element, self._image_name) or squeeze(str(element.get("title") or ""))

    def email_name(self, element: Tag) -> str:
        """Compute the name that survives in mail programs, which drop most of ARIA: words and alt texts."""
        return self._collect(element, lambda image: str(image.get("alt") or ""))

    def _collect(self, element: Tag, name_image: Callable[[Tag], str]) -> str:
        """Join the words inside an element and the names of its images, leaving out what is hidden."""
        pieces: list[str] = []
        for node in element.descendants:
            if isinstance(node, NavigableString):
                if not isinstance(node, PreformattedString) and node.parent and self.is_exposed(node.parent):
                    pieces.append(str(node))
            elif isinstance(node, Tag) and node.name in {"img", "area"} and self.is_exposed(node):
                pieces.append(f" {name_image(node)} ")
        return squeeze("".join(pieces))

    def _image_name(self, image: Tag) -> str:
        given = self._referenced(image) or str(image.get("aria-label") or "")
        return given or str(image.get("alt") or image.get("title") or "")

    def _referenced(self, element: Tag) -> str:
        ids = str(element.get("aria-labelledby") or "").split()
        found = (self.soup.find(id=name) for name in ids)
        return squeeze(" ".join(target.get_text(" ") for target in found if target))


def squeeze(text: str) -> str:
    """Make one space of every run of white space and of characters that nobody sees."""
    return _SPACE.sub(" ", text).strip()
