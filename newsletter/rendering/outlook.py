"""Parts of a template that only Outlook for Windows reads, and parts that all others read.

Outlook from 2007 to 2019 draws emails with Word, which has VML and no padding on links. What stands in a conditional
comment would not survive mrml and premailer, so an empty element keeps its place until the last pass.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Comment
from markupsafe import Markup

from newsletter.blocks import plain_text
from newsletter.rendering.letters import count_lines, width_in_em
from newsletter.rendering.markers import unmark

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsletter.model import Inlines
    from newsletter.rendering.theme import Theme

# In CSS pixels. Outlook cuts off what does not fit.
SIDES, LEAST_HEIGHT = 24, 48


@dataclass(frozen=True, slots=True)
class OutlookParts:
    """The parts of one email, in the order in which templates wrote them."""

    parts: list[str] = field(default_factory=list)

    def outlook(self, caller: Callable[[], str]) -> Markup:
        """Keep for Outlook alone what a template writes between `{% call … %}` of this and `{% endcall %}`."""
        self.parts.append(unmark(str(caller()).strip()))
        return Markup('<span data-outlook="{}"></span>').format(len(self.parts) - 1)

    def others(self, caller: Callable[[], str]) -> Markup:
        """Hide from Outlook what a template writes between `{% call … %}` of this and `{% endcall %}`."""
        return Markup('<span data-others="">{}</span>').format(caller())

    def put_back(self, soup: BeautifulSoup) -> None:
        """Write the conditional comments in their places."""
        for place in soup.find_all("span", attrs={"data-outlook": True}):
            place.replace_with(Comment(f"[if mso]>{self.parts[int(str(place['data-outlook']))]}<![endif]"))
        for part in soup.find_all("span", attrs={"data-others": True}):
            part.insert_before(Comment("[if !mso]><!"))
            part.insert_after(Comment("<![endif]"))
            part.unwrap()


def take_places_out(soup: BeautifulSoup) -> None:
    """Leave the elements that all programs read, and none that only keeps a place."""
    for place in soup.find_all("span", attrs={"data-outlook": True}):
        place.extract()
    for part in soup.find_all("span", attrs={"data-others": True}):
        part.unwrap()


@dataclass(frozen=True, slots=True)
class DrawnButton:
    """A button as VML draws it: words, width and height in CSS pixels, roundness in per cent of the height."""

    words: str
    width: int
    height: int
    arc: int


def draw_button(content: Inlines, theme: Theme, room: int, *, is_wide: bool) -> DrawnButton:
    """Measure a button for words in a theme's letters; `room` is the width of the text in CSS pixels."""
    words = plain_text(content)
    size = theme.type.size
    lines = count_lines(words, (room - 2 * SIDES) / size)
    width = room if is_wide or lines > 1 else round(width_in_em(words) * size) + 2 * SIDES
    height = max(LEAST_HEIGHT, round(lines * 1.35 * size) + SIDES)
    return DrawnButton(words, width, height, round(100 * theme.shape.radius / min(width, height)))
