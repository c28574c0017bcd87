"""Colours, and how well they can be told apart (WCAG 2.2, relative luminance and contrast ratio)."""

from __future__ import annotations

import colorsys
import functools
import math
import re
from dataclasses import dataclass, replace

import tinycss2.color4

from newsletter.contrast import luminance_of, ratio_of

# color-mix(in oklab, red 30%, blue), the whole of what is mixed being 100 % (CSS Color 5, section 3).
_PART = r"([\w#-]+(?:\([^()]*\))?)(?:\s+([\d.]+)%)?"
_MIX = re.compile(rf"color-mix\(\s*in\s+([\w-]+)\s*,\s*{_PART}\s*,\s*{_PART}\s*\)", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour in sRGB; red, green, blue and alpha from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, below: Colour) -> Colour:
        """Lay this colour over one below it (CSS Compositing 1, simple alpha compositing)."""
        if self.alpha >= 1:
            return self
        alpha = self.alpha + below.alpha * (1 - self.alpha)
        if alpha == 0:
            return Colour(0, 0, 0, 0)

        def mix(top: float, bottom: float) -> float:
            return (top * self.alpha + bottom * below.alpha * (1 - self.alpha)) / alpha

        return Colour(mix(self.red, below.red), mix(self.green, below.green), mix(self.blue, below.blue), alpha)

    def faded(self, opacity: float) -> Colour:
        """Give this colour as an element of some opacity, from 0 to 1, shows it."""
        return self if opacity >= 1 else replace(self, alpha=self.alpha * opacity)

    @property
    def luminance(self) -> float:
        """Relative luminance, from 0 (black) to 1 (white)."""
        return luminance_of(self.red, self.green, self.blue)

    @property
    def hex(self) -> str:
        """Six digits, without alpha."""
        return _write_hex(self.red, self.green, self.blue)


@functools.lru_cache(maxsize=1024)
def _write_hex(*parts: float) -> str:
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in parts)


BLACK = Colour(0, 0, 0)
WHITE = Colour(1, 1, 1)
TRANSPARENT = Colour(0, 0, 0, 0)
LINK = Colour(0, 0, 0xEE / 255)


@functools.lru_cache(maxsize=1024)
def contrast(one: Colour, other: Colour) -> float:
    """Compute the contrast ratio of two opaque colours, from 1 to 21."""
    return ratio_of(one.luminance, other.luminance)


def invert(colour: Colour) -> Colour:
    """Turn the lightness of a colour around and keep hue and saturation (HSL), as forced dark modes do in essence."""
    hue, lightness, saturation = colorsys.rgb_to_hls(colour.red, colour.green, colour.blue)
    return Colour(*colorsys.hls_to_rgb(hue, 1 - lightness, saturation), colour.alpha)


@functools.lru_cache(maxsize=1024)
def parse_colour(text: str) -> Colour | None:
    """Read a CSS colour; None where it is none, or one that depends on the reader's system."""
    try:
        parsed = tinycss2.color4.parse_color(text)
    except (ValueError, ArithmeticError):
        return None
    if parsed == "currentcolor" or (parsed is None and not text.lower().startswith("color-mix(")):
        return None
    try:
        red, green, blue = parsed.to("srgb").coordinates
    except (AttributeError, NotImplementedError, TypeError, ValueError):
        return _parse_wide(text)
    # A number too large for a float is infinite, and no browser shows it.
    parts = (red, green, blue, parsed.alpha)
    return Colour(*parts) if all(map(math.isfinite, parts)) else None


def _parse_wide(text: str) -> Colour | None:
    """Read a colour of a wider space (lab, oklch, display-p3), or one mixed of two, as a screen of sRGB shows it."""
    from coloraide import Color  # a tenth of a second, for what few emails have

    mixed = _MIX.fullmatch(text.strip())
    try:
        if mixed:
            share = 1 - float(mixed[3]) / 100 if mixed[3] else float(mixed[5] or 50) / 100
            colour = Color(mixed[2]).mix(Color(mixed[4]), share, space=mixed[1])
        else:
            colour = Color(text)
        parts = [*colour.convert("srgb").fit(method="clip").coords(nans=False), colour.alpha(nans=False)]
    except (AttributeError, LookupError, TypeError, ValueError):
        return None
    return Colour(*parts) if all(map(math.isfinite, parts)) else None


def parse_legacy_colour(text: str) -> Colour | None:
    """Read the colour of an attribute such as bgcolor: a CSS colour, or digits without `#`."""
    text = text.strip()
    return parse_colour(text) or parse_colour(f"#{text}")
