"""Where in a layout each element of a rendition was written, for those who have to change it.

The markers that templates carry (newsletter.rendering.markers) become a class of each MJML component and an attribute
of each HTML tag, and come out of mrml and premailer on the elements that these made. This renders an issue once more,
so it is done only where somebody asks; elements stand at the same positions as in the rendition itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from newsletter.rendering.inlining import inline_css
from newsletter.rendering.markers import CLOSE, OPEN, Origin, origin_of_numbers, unmark
from newsletter.rendering.mjml import convert_mjml
from newsletter.rendering.outlook import leave_marks
from newsletter.rendering.render import render_marked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from newsletter.model import Issue
    from newsletter.settings import Settings

_TAG = re.compile(
    rf"<(?P<name>[a-zA-Z][\w-]*){OPEN}(?P<numbers>[\d,]+){CLOSE}(?P<more>\w*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(?P<end>/?>)"
)
_CLASS = re.compile(r"(?<=\scss-class=\")")
_NUMBERS = re.compile(r"made-at-(\d+)-(\d+)-(\d+)")
_ATTRIBUTE = "data-made-at"
# Components that give their class to an element.
_CARRIERS_WORDS = "button column divider group hero image navbar section social spacer table text wrapper"
_CARRIERS = frozenset(f"mj-{name}" for name in _CARRIERS_WORDS.split())


def trace_layout(issue: Issue, settings: Settings) -> Mapping[int, Origin]:
    """Position of an element → the tag of a template that it came from; 0, the html element, is the layout's own.

    Elements without an entry have their nearest ancestor's. Raises what `render` raises.
    """
    marked = render_marked(issue, settings)
    root = inline_css(convert_mjml(_TAG.sub(_carry, marked)), "")
    leave_marks(root)
    elements = enumerate(root.iter(etree.Element))
    found = {position: origin for position, element in elements if (origin := _origin_of(element))}
    first = _TAG.search(marked)
    return {0: origin_of_numbers(first["numbers"].split(",")), **found} if first else found


def _carry(found: re.Match[str]) -> str:
    """Write a tag of MJML with its marker as something that outlives rendering."""
    # A template may write the end of a name by an expression: <h{{ block.level }}>.
    name, rest = found["name"] + found["more"], found["rest"]
    words = f"made-at-{found['numbers'].replace(',', '-')}"
    if name in _CARRIERS and _CLASS.search(rest):
        rest = _CLASS.sub(f"{words} ", rest, count=1)
    elif name in _CARRIERS:
        rest = f' css-class="{words}"{rest}'
    elif not name.startswith("mj"):
        rest = f' {_ATTRIBUTE}="{words}"{rest}'
    return unmark(f"<{name}{rest}{found['end']}")


def _origin_of(element: _Element) -> Origin | None:
    said = f"{element.get(_ATTRIBUTE) or ''} {element.get('class') or ''}"
    found = _NUMBERS.search(said)
    return origin_of_numbers(found.groups()) if found else None
