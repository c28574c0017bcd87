"""What a mail program may not support and readers need: the list, with the reason for each.

Left out is all that only looks different (rounded corners, shadows, web fonts, gaps, fluid sizes), that comes with a
fallback by its nature (`picture`, `srcset`, `@supports`), and what another rule asks about: pictures in data:
addresses, forms, the attribute hidden and `visibility`, ARIA.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.checks.clients import usage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature by caniemail's name, what readers lose without it, what to do instead, and where an email needs it."""

    slug: str
    loss: str
    remedy: str
    find: Callable[[Document], Iterator[Tag]]


LINKED_PICTURE = "show a picture that links to it"
PLAIN_COLOUR = "write a plain colour before it, as in color: #222"
JPEG = "use a PNG or JPEG picture"

FEATURES = (
    Feature("html-video", "the film is not shown", LINKED_PICTURE, usage.elements("video")),
    Feature("html-audio", "the sound cannot be played", "link to it", usage.elements("audio")),
    Feature("html-object", "the object is not shown", LINKED_PICTURE, usage.elements("object")),
    Feature("html-svg", "the drawing is not shown", JPEG, usage.elements("svg")),
    Feature("html-progress", "the value is not shown", "write it in words", usage.elements("progress")),
    Feature("html-meter", "the value is not shown", "write it in words", usage.elements("meter")),
    Feature("html-link", "the email is shown without its style", "put the styles into the email", usage.stylesheets),
    Feature("css-at-import", "the email is shown without its style", "put the styles into the email", usage.imports),
    Feature("css-nesting", "the whole style element is dropped", "write each rule on its own", usage.nested_rules),
    Feature(
        "css-position",
        "what is placed stands elsewhere, or over other words",
        "lay it out with table cells",
        usage.declarations("position", r"absolute|fixed|sticky"),
    ),
    Feature(
        "css-grid-template",
        "columns fall into one, and the cells of a row apart",
        "use a table",
        usage.declarations("grid-template(?:-columns|-areas)?", r"\S+\s+\S+|repeat"),
    ),
    Feature(
        "css-flex-direction",
        "what should stand one below the other is squeezed side by side",
        "leave flex out: blocks stand below each other by themselves",
        usage.declarations("flex-direction|flex-flow", r"column"),
    ),
    Feature(
        "css-animation",
        "what an animation brings into view stays invisible",
        "show it from the start",
        usage.revealed_by_animation,
    ),
    Feature("css-variables", "its colour or size is lost", PLAIN_COLOUR, usage.lost_values(r"var\(")),
    Feature("css-modern-color", "its colour is lost", PLAIN_COLOUR, usage.lost_values(r"\b(?:ok)?(?:lch|lab)\(")),
    Feature("css-function-light-dark", "its colour is lost", PLAIN_COLOUR, usage.lost_values(r"light-dark\(")),
    Feature("css-rgba", "its colour is lost", PLAIN_COLOUR, usage.lost_values(r"\brgba\(")),
    Feature("css-pseudo-element-before", "its words are lost", "write them in the HTML", usage.generated("before")),
    Feature("css-pseudo-element-after", "its words are lost", "write them in the HTML", usage.generated("after")),
    Feature("image-mp4", "the picture is not shown", JPEG, usage.pictures("mp4", "m4v", "mov", "webm")),
    Feature("image-svg", "the picture is not shown", JPEG, usage.pictures("svg")),
    Feature("image-webp", "the picture is not shown", JPEG, usage.pictures("webp")),
    Feature("image-avif", "the picture is not shown", JPEG, usage.pictures("avif")),
    Feature("image-heif", "the picture is not shown", JPEG, usage.pictures("heif", "heic")),
    Feature("image-tiff", "the picture is not shown", JPEG, usage.pictures("tif", "tiff")),
)
