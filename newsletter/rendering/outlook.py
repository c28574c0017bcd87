"""Parts of a template that only Outlook for Windows reads, and parts that all others read.

Outlook from 2007 to 2019 draws emails with Word, which has VML and no padding on links. What stands in a conditional
comment would not survive mrml and premailer, so an empty element keeps its place until the last pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree
from markupsafe import Markup

from newsletter.blocks import plain_text
from newsletter.rendering.letters import count_lines, width_in_em
from newsletter.rendering.markers import unmark

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from newsletter.model import Inlines
    from newsletter.rendering.theme import Theme

# In CSS pixels. Outlook cuts off what does not fit.
SIDES, LEAST_HEIGHT = 24, 48
_MARK = re.compile(r"<!--newsletter-outlook (\d+)-->")


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

    def put_back(self, html: str) -> str:
        """Write the conditional comments where `leave_marks` left a mark."""
        return _MARK.sub(lambda mark: f"<!--[if mso]>{self.parts[int(mark[1])]}<![endif]-->", html)


def leave_marks(root: _Element) -> None:
    """Take the elements out that only keep a place; a comment in the place of each says what stood there."""
    for place in root.xpath("//span[@data-outlook]"):
        # Not the part itself: what is a comment to lxml may hold no two hyphens.
        _replace(place, etree.Comment(f"newsletter-outlook {place.get('data-outlook')}"))
    for part in root.xpath("//span[@data-others]"):
        opening = etree.Comment("[if !mso]><!")
        opening.tail = part.text
        _replace(part, opening, *part, etree.Comment("<![endif]"))


def _replace(place: _Element, *nodes: _Element) -> None:
    """Put nodes in the place of an element; the text behind it stands behind the last of them."""
    nodes[-1].tail = place.tail
    parent = place.getparent()
    at = parent.index(place)
    parent[at : at + 1] = nodes


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
