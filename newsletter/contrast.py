"""How well two colours can be told apart (WCAG 2.2, relative luminance and contrast ratio)."""

from __future__ import annotations

import functools

# WCAG 2.2, 1.4.3: the least ratio for text of normal size.
TEXT_RATIO = 4.5
# WCAG 2.2; IEC 61966-2-1 has 0.04045, which differs for no 8-bit value.
LINEAR_BELOW = 0.03928
STEPS = 255


def luminance_of(red: float, green: float, blue: float) -> float:
    """Compute the relative luminance, from 0 (black) to 1 (white), of sRGB parts from 0 to 1."""
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def ratio_of(one: float, other: float) -> float:
    """Compute the contrast ratio, from 1 to 21, of two relative luminances."""
    darker, lighter = sorted((one, other))
    return (lighter + 0.05) / (darker + 0.05)


@functools.lru_cache(maxsize=1024)
def contrast_of(one: str, other: str) -> float:
    """Compute the contrast ratio, from 1 to 21, of two colours written like `#1b5e66`."""
    return ratio_of(_luminance(one), _luminance(other))


def nearest_passing(text: str, background: str, ratio: float = TEXT_RATIO) -> str:
    """Darken or lighten `text` as little as needed for `ratio` on `background`; one of the two always does for 4.5."""
    for step in range(STEPS + 1):
        for end in (0, 255):
            candidate = _mix(text, end, step / STEPS)
            if contrast_of(candidate, background) >= ratio:
                return candidate
    return text


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = _channels(colour)
    return luminance_of(red / STEPS, green / STEPS, blue / STEPS)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4


def _mix(colour: str, end: int, share: float) -> str:
    return "#" + "".join(f"{round(channel + (end - channel) * share):02x}" for channel in _channels(colour))
