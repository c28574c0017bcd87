"""An email as the rules see it: HTML with positions, and what else is known of it."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from bs4 import Tag

from newsletter.checks.cascade import Cascade
from newsletter.checks.element_index import ElementIndex
from newsletter.checks.grids import parts_of_tables
from newsletter.checks.images import is_pixel
from newsletter.checks.lost import lost_in
from newsletter.checks.names import Names
from newsletter.checks.outlook import reveal, reveal_drawings
from newsletter.checks.parsing import parse_html
from newsletter.checks.spoken import Spoken
from newsletter.checks.stylesheets import LIGHT, Stylesheets, View
from newsletter.checks.whitespace import INVISIBLE, squeeze
from newsletter.settings import DEFAULT_CLIENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from newsletter.checks.linking.answers import Answer
    from newsletter.checks.wording.entries import OwnWords
    from newsletter.model import Blocks

Answered = TypeVar("Answered")
__all__ = ["INVISIBLE", "UNSEEN", "Document", "Letter", "squeeze"]

# What a reader never hears or sees as words.
UNSEEN = frozenset({"head", "script", "style", "template", "title", "noscript"})
# The highest school grade that a letter should need: lower secondary education, WCAG 3.1.5.
DEFAULT_GRADE = 9


@dataclass(frozen=True, slots=True)
class Letter:
    """What is known of an issue of ours beyond its HTML: blocks, language, what is in its envelope."""

    blocks: Blocks
    language: str
    postal_address: str
    subject: str = ""
    preheader: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Fields of the front matter → their lines."""


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
        # What the web said of each href and src; None where nobody asked. The rules on links are silent then.
        self.answers: Mapping[str, Answer] | None = None
        # Whether its HTML was made of the text of an email without an HTML part.
        self.is_plain_text = False
        # Whether it is a page among others on disk, where relative links lead somewhere.
        self.is_page = False
        # Reads a picture that came with it, by its src; None where it did not, and only the web has it.
        self.read_picture: Callable[[str], bytes | None] = lambda _source: None
        # The mail programs that it must work in.
        self.clients: tuple[str, ...] = DEFAULT_CLIENTS
        # What a newsletter's settings ask of its words: the highest school grade, and entries of its own.
        self.grade = DEFAULT_GRADE
        self.own_words: OwnWords | None = None
        self.soup = parse_html(html)
        self.lost = lost_in(self.soup)
        self.elements = tuple(node for node in self.soup.descendants if isinstance(node, Tag))
        self.index = ElementIndex(self.elements)
        self._found: dict[tuple[str, ...], tuple[Tag, ...]] = {}
        self._words: dict[int, str] = {}
        self._answers: dict[Callable[[Document], Any], Any] = {}
        self._cascades: dict[tuple[tuple[int, ...], bool], Cascade] = {}

    @functools.cached_property
    def stylesheets(self) -> Stylesheets:
        """The style elements."""
        return Stylesheets(self.soup, self.index)

    @functools.cached_property
    def cascade(self) -> Cascade:
        """The computed styles of the light view on a wide screen."""
        return self.cascade_in(LIGHT)

    def cascade_in(self, view: View) -> Cascade:
        """Give the computed styles of a view; two views in which the same rules take effect share them."""
        key = (self.stylesheets.in_view(view), view.has_pictures)
        if key not in self._cascades:
            self._cascades[key] = Cascade(self.soup, self.index, self.stylesheets, view)
        return self._cascades[key]

    @functools.cached_property
    def outlook_view(self) -> Document | None:
        """The email as Outlook for Windows reads it, with what MSO conditional comments hold; None without these.

        Its elements have the lines and columns that they have in the source.
        """
        html = reveal(self.html)
        return None if html == self.html else Document(html, headers=self.headers)

    @functools.cached_property
    def drawings(self) -> Document | None:
        """What of `outlook_view` stands between its first drawing and its last; None where it has no drawing.

        Most emails draw a button or two: reading them is much less work than reading the email a second time.
        """
        html = reveal_drawings(self.html, *self.lost.drawn) if self.lost.drawn else ""
        return Document(html, headers=self.headers) if html else None

    @functools.cached_property
    def root(self) -> Tag | None:
        """The html element."""
        return next(iter(self.index.named("html")), None)

    @functools.cached_property
    def body(self) -> Tag | None:
        """The body element."""
        return next(iter(self.index.named("body")), None)

    @property
    def language(self) -> str:
        """The language that the html element states; English where it states none."""
        return str((self.root.get("lang") if self.root else "") or "en")

    @functools.cached_property
    def base(self) -> str:
        """Where relative addresses begin, as the first base element says; empty where none does."""
        bases = (str(element.get("href") or "").strip() for element in self.index.named("base"))
        return next(filter(None, bases), "")

    def once(self, question: Callable[[Document], Answered]) -> Answered:
        """Ask a question that several rules have, and remember the answer."""
        if question not in self._answers:
            self._answers[question] = question(self)
        answer: Answered = self._answers[question]
        return answer

    def position(self, element: Tag) -> int:
        """Say the how-manieth start tag an element is, from 0."""
        return self.index.position(element)

    def holds(self, element: Tag) -> bool:
        """Whether an element is of this document, and not of the one that Outlook reads."""
        return self.index.holds(element)

    def find(self, *names: str) -> Sequence[Tag]:
        """List the elements of these names that a screen reader meets; seventy rules ask for the same few."""
        if (known := self._found.get(names)) is None:
            known = self._found[names] = tuple(filter(self.is_exposed, self.index.named(*names)))
        return known

    def find_roles(self, *roles: str) -> Iterator[Tag]:
        """Yield the elements of these roles, their own or HTML's, that a screen reader meets."""
        return filter(self.is_exposed, self.index.of_role(*roles))

    def is_exposed(self, element: Tag) -> bool:
        """Whether an element reaches people with a screen reader: it is shown, and not hidden from them."""
        return id(element) in self._exposed or element is self.soup

    @functools.cached_property
    def _exposed(self) -> frozenset[int]:
        """The ids of the exposed elements; what is inside an element that is not displayed is not displayed either."""
        displayed = {id(self.soup)}
        exposed = set()
        for element in self.elements:
            is_hidden = element.name in UNSEEN or str(element.attrs.get("aria-hidden", "")).lower() == "true"
            style = self.cascade.style(element)
            if id(element.parent) in displayed and not is_hidden and style.is_displayed:
                displayed.add(id(element))
                if style.is_visible:
                    exposed.add(id(element))
        return frozenset(exposed)

    @functools.cached_property
    def _spoken(self) -> Spoken:
        return Spoken(self.soup, self.is_exposed)

    def has_content(self, element: Tag) -> bool:
        """Whether an element holds words or pictures for readers."""
        if not self.is_exposed(element):
            return False
        pieces = [element] if element.name == "img" else self._spoken.inside(element)
        pictures = (piece for piece in pieces if isinstance(piece, Tag) and piece.name == "img")
        return bool(self.words(element)) or any(map(_shows, pictures))

    def words(self, element: Tag) -> str:
        """Keep the words inside an element that a screen reader says, without pictures."""
        if (known := self._words.get(id(element))) is None:
            known = squeeze(" ".join(piece for piece in self._spoken.inside(element) if isinstance(piece, str)))
            self._words[id(element)] = known
        return known

    def name(self, element: Tag) -> str:
        """Compute the accessible name of an element (accname 1.2)."""
        return self.names.name(element)

    def description(self, element: Tag) -> str:
        """Compute the accessible description of an element."""
        return self.names.description(element)

    @functools.cached_property
    def table_parts(self) -> dict[int, list[Tag]]:
        """Id of table → the elements of which it is the nearest table around."""
        return parts_of_tables(self.elements)

    @functools.cached_property
    def names(self) -> Names:
        """The accessible names."""
        return Names(self.index, self.cascade)

    def email_name(self, element: Tag) -> str:
        """Compute the name that survives in mail programs, which drop most of ARIA: words and alt texts."""
        return self._collect(element, lambda image: str(image.get("alt") or ""))

    def _collect(self, element: Tag, name_image: Callable[[Tag], str]) -> str:
        """Join the words inside an element and the names of its images, leaving out what is hidden."""
        pieces = self._spoken.inside(element)
        return squeeze("".join(piece if isinstance(piece, str) else f" {name_image(piece)} " for piece in pieces))


def _shows(picture: Tag) -> bool:
    """Whether a picture is one for readers: it has words, or was not told to have none and is no pixel that counts."""
    alt = picture.get("alt")
    return bool(alt) if is_pixel(picture) else alt != ""
