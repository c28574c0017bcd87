"""Letters stay readable in programs that invent a dark mode: Gmail on iPhones turns colours over, Outlook on the web
darkens and marks what it did."""

from __future__ import annotations

import colorsys
import re

import pytest
from bs4 import BeautifulSoup

from newsletter.content.issues import read_issue
from newsletter.contrast import contrast_of
from newsletter.errors import LayoutError
from newsletter.rendering.layouts import load_layout
from newsletter.rendering.pairs import PAIRS
from newsletter.rendering.render import render
from newsletter.settings import find_settings
from tests.conftest import Newsletter  # noqa: TC001 - pytest reads it
from tests.shared import PROJECT

LAYOUTS = ("letter", "digest", "announcement")


def turn_over(colour: str) -> str:
    """What was light becomes dark, in the same hue. What Gmail does is not published; previews of it do this."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    return "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, 1 - lightness, saturation))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_colours_turned_over_can_be_read(layout: str) -> None:
    # Who asks for the dark colours shows them as they are.
    light = load_layout(PROJECT, layout, "en").theme.light
    for text, ground in PAIRS:
        above, below = turn_over(getattr(light, text)), turn_over(getattr(light, ground))
        assert contrast_of(above, below) >= 4.5, (text, ground, above, below)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_pair_is_pure_black_and_white(layout: str) -> None:
    theme = load_layout(PROJECT, layout, "en").theme
    for colours in (theme.light, theme.dark):
        assert not {"#000000", "#ffffff"} & {getattr(colours, name) for pair in PAIRS for name in pair}


@pytest.mark.parametrize(
    ("colours", "line"),
    [("text = '#000000'\npaper = '#ffffff'", 2), ("button = '#000000'\nbutton_text = '#FFFFFF'", 3)],
)
def test_a_theme_of_pure_black_and_white_is_refused(newsletter: Newsletter, colours: str, line: int) -> None:
    file = newsletter.root / "layouts" / "letter" / "theme.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f"[light]\n{colours}", encoding="utf-8")
    with pytest.raises(LayoutError, match="forced dark modes") as caught:
        load_layout(newsletter.root, "letter", "en")
    assert (caught.value.file, caught.value.line) == (file, line)
    assert "a little off" in caught.value.hint


@pytest.mark.parametrize("layout", LAYOUTS)
def test_outlook_on_the_web_gets_what_it_looks_for(newsletter: Newsletter, layout: str) -> None:
    """It marks elements whose letters it changed with data-ogsc, and those whose ground it changed with data-ogsb."""
    file = newsletter.write_issue(f"---\ntitle: x\nlayout: {layout}\n---\nHello")
    html = render(read_issue(file, "en"), find_settings(newsletter.root)).html
    styles = [style.get_text() for style in BeautifulSoup(html, "html.parser").find_all("style")]
    (media,) = [style for style in styles if "prefers-color-scheme" in style]
    (outlook,) = [style for style in styles if "data-ogsc" in style]
    rules = re.findall(r"([^{}]+)\{([^{}]+)\}", outlook)
    for selectors, declarations in rules:
        marks = {selector.strip().split(" ")[0] for selector in selectors.split(",")}
        is_letters = re.search(r"(?<![\w-])color:", declarations)
        assert marks == {"[data-ogsc]" if is_letters else "[data-ogsb]"}, selectors
    # Both say the same: each rule of the media query has its twin.
    same = re.sub(r"\[data-ogs[bc]\] ", "", outlook)
    assert squeeze(same) == squeeze(media[media.index("{") + 1 : media.rindex("}")])


def squeeze(css: str) -> str:
    return re.sub(r"\s+", "", css)


def test_a_logo_stands_on_a_plate_that_no_program_darkens(newsletter: Newsletter) -> None:
    theme = newsletter.root / "layouts" / "letter" / "theme.toml"
    theme.parent.mkdir(parents=True)
    theme.write_text('[logo]\nsource = "https://a.example/l.png"', "utf-8")
    html = render(read_issue(newsletter.write_issue(), "en"), find_settings(newsletter.root)).html
    plate = BeautifulSoup(html, "html.parser").find(class_="logo")
    assert plate is not None
    style = str(plate["style"])
    ground = load_layout(newsletter.root, "letter", "en").theme.light.callout
    # A gradient is a picture, which stays as it is where colours are turned over.
    assert f"background-image:linear-gradient({ground}, {ground})" in style
    dark = html[html.index("prefers-color-scheme") :]
    assert f".page .logo {{ background-color: {ground} !important; }}" in dark
