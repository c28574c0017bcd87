"""How well two colours can be told apart (WCAG 2.2, relative luminance and contrast ratio)."""

from __future__ import annotations

# WCAG 2.2, 1.4.3: the least ratio for text of normal size.
TEXT_RATIO = 4.5
# WCAG 2.2; IEC 61966-2-1 has 0.04045, which differs for no 8-bit value.
LINEAR_BELOW = 0.03928
STEPS = 255


def contrast_of(one: str, other: str) -> float:
    """Compute the contrast ratio, from 1 to 21, of two colours written like `#1b5e66`."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


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
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4


def _mix(colour: str, end: int, share: float) -> str:
    return "#" + "".join(f"{round(channel + (end - channel) * share):02x}" for channel in _channels(colour))
