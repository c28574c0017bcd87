"""Contrast as WCAG 2.2 computes it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.colour import BLACK, WHITE, Colour, contrast, parse_colour, parse_legacy_colour

UNFINISHED = ["color-mix(in nowhere, red, blue)", "color-mix(in srgb, red)", "oklch(", "lab(x y z)"]
SHARES = st.floats(0, 1)
COLOURS = st.builds(Colour, SHARES, SHARES, SHARES)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000", "#fff", 21),
        ("#777", "#fff", 4.48),
        ("#767676", "white", 4.54),
        ("#00f", "#fff", 8.59),
        ("red", "red", 1),
    ],
)
def test_known_ratios(one: str, other: str, ratio: float) -> None:
    first, second = parse_colour(one), parse_colour(other)
    assert first
    assert second
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_both_ways_and_from_1_to_21(one: Colour, other: Colour) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.000001


def test_layers() -> None:
    assert BLACK.faded(0.5).over(WHITE).hex == "#808080"
    assert BLACK.over(WHITE) == BLACK
    assert Colour(1, 0, 0, 0).over(WHITE) == WHITE


@pytest.mark.parametrize(("text", "found"), [("112233", "#112233"), ("#abc", "#aabbcc"), ("navy", "#000080")])
def test_colours_of_attributes(text: str, found: str) -> None:
    colour = parse_legacy_colour(text)
    assert colour
    assert colour.hex == found


@pytest.mark.parametrize("text", ["", "nonsense", "currentcolor", "var(--brand)", "rgb(", "#12", *UNFINISHED])
def test_what_is_no_colour(text: str) -> None:
    assert parse_colour(text) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # As Chromium shows them on a screen of sRGB.
        ("hwb(120 0% 0%)", "#00ff00"),
        ("lab(50% 0 0)", "#777777"),
        ("oklch(60% 0.15 50)", "#c46016"),
        ("color(display-p3 1 0 0)", "#ff0000"),
        ("color-mix(in srgb, red, blue)", "#800080"),
        ("color-mix(in srgb, white 25%, black)", "#404040"),
        ("color-mix(in srgb, white, black 25%)", "#bfbfbf"),
    ],
)
def test_colours_of_other_spaces(text: str, shown: str) -> None:
    colour = parse_colour(text)
    assert colour
    assert colour.hex == shown


def test_usual_colours_load_no_library_for_unusual_ones() -> None:
    code = "import sys; from newsletter.checks.colour import parse_colour as p; p('#123'); p('rgb(0 0 0)'); p('x(1)')"
    subprocess.run([sys.executable, "-c", f"{code}; sys.exit('coloraide' in sys.modules)"], check=True)
