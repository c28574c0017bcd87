"""The computed style of one element."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsletter.checks.colour import BLACK, TRANSPARENT, WHITE, Colour

if TYPE_CHECKING:
    from collections.abc import Mapping

MEDIUM = 16.0
BOLD_WEIGHT = 700


@dataclass(frozen=True, slots=True)
class Shadow:
    """One shadow of words: how far it is moved and blurred, in CSS pixels."""

    right: float
    down: float
    blur: float
    colour: Colour


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """The computed style of one element, or of several that look the same. Sizes are CSS pixels.

    `background` is its own; `behind` is what words in it stand on, `is_over_picture` whether a picture lies above that,
    `is_backed` whether the picture's element has a colour for when it is not there, `text` the colour that words are
    seen in. `is_clipped`: it, or what is around it, has no height or no width and cuts off what does not fit;
    `is_offscreen`: it is moved out of sight. `line_height` is in pixels, a multiple of the font size where it is
    negative, and None where the font decides (see `line_ratio`).
    `declared` has the winning value of every property, for what is not computed here.
    """

    color: Colour = BLACK
    background: Colour = TRANSPARENT
    has_picture: bool = False
    gradient: tuple[Colour, ...] = ()
    shadows: tuple[Shadow, ...] = ()
    font_size: float = MEDIUM
    font_weight: int = 400
    is_italic: bool = False
    is_underlined: bool = False
    is_displayed: bool = True
    is_visible: bool = True
    opacity: float = 1.0
    align: str = "start"
    transform: str = "none"
    line_height: float | None = None
    letter_spacing: float = 0.0
    word_spacing: float = 0.0
    display: str = "inline"
    has_no_room: bool = False
    cuts_off: bool = False
    is_clipped: bool = False
    is_offscreen: bool = False
    behind: Colour = WHITE
    text: Colour = BLACK
    is_over_picture: bool = False
    is_backed: bool = False
    has_colour: bool = False
    has_background: bool = False
    declared: Mapping[str, str] = field(default_factory=dict)
    layers: tuple[Colour, ...] = (WHITE,)
    beneath: tuple[Colour, ...] = (WHITE,)
    fades: tuple[float, ...] = ()

    @property
    def pairs(self) -> tuple[tuple[Colour, Colour], ...]:
        """The colours that words are seen in, with what is behind them, at each colour of a gradient."""
        if len(self.beneath) == 1:
            return ((self.text, self.behind),)
        stacks = [(*self.layers[:-1], below) for below in self.beneath]
        return tuple((flatten(self.color, it, self.fades), flatten(it[-1], it, self.fades)) for it in stacks)

    @property
    def line_ratio(self) -> float | None:
        """The line height as a multiple of the font size; None where the font decides."""
        if self.line_height is None or self.line_height < 0:
            return None if self.line_height is None else -self.line_height
        return self.line_height / self.font_size if self.font_size else None

    @property
    def is_bold(self) -> bool:
        """Whether WCAG counts the words as bold."""
        return self.font_weight >= BOLD_WEIGHT

    @property
    def is_large(self) -> bool:
        """Whether WCAG counts the words as large: from 18 pt, or from 14 pt where they are bold."""
        return self.font_size >= LARGE or (self.is_bold and self.font_size >= LARGE_BOLD)

    @property
    def is_seen(self) -> bool:
        """Whether words in it are seen: of some size, not cut off, not moved away, not of full transparency."""
        return not (
            self.font_size < MIN_SIZE
            or self.is_clipped
            or self.is_offscreen
            or self.opacity == 0
            or self.color.alpha == 0
        )


LARGE = 24.0
LARGE_BOLD = 18.66
# Smaller is a way of hiding a preheader, as a box without height is.
MIN_SIZE = 2.0


def flatten(colour: Colour, layers: tuple[Colour, ...], fades: tuple[float, ...]) -> Colour:
    """Show a colour through the groups that it is in (CSS Compositing 1): each is painted whole, then faded.

    `layers` are what lies behind the innermost content of each group, from the outermost in, with the last that the
    colour stands on; `fades` the opacity of each group.
    """
    shown = colour.over(layers[-1])
    for below, opacity in zip(reversed(layers[:-1]), reversed(fades), strict=True):
        shown = shown.faded(opacity).over(below)
    return shown
