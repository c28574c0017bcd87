"""Contrast as WCAG 2.2 computes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.colour import BLACK, WHITE, Colour, contrast, parse_colour, parse_legacy_colour

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


@pytest.mark.parametrize("text", ["", "nonsense", "currentcolor", "var(--brand)", "rgb(", "#12"])
def test_what_is_no_colour(text: str) -> None:
    assert parse_colour(text) is None
