"""The two parts of an email say the same, and the HTML says it in every layout and direction."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings

from newsletter.blocks import plain_text, walk_blocks
from newsletter.content.issues import read_issue
from newsletter.model import Heading, Issue, Rendition
from newsletter.rendering.render import render
from newsletter.settings import find_settings
from tests.markdown.strategies import blocks
from tests.shared import PROJECT

if TYPE_CHECKING:
    from newsletter.model import Blocks
    from tests.conftest import Newsletter

SETTINGS = find_settings(PROJECT)
LAYOUTS = ("letter", "digest", "announcement")


def render_blocks(content: Blocks, layout: str = "letter", language: str = "en") -> Rendition:
    issue = Issue("slug", Path("issue.md"), "Title", "Title", "", language, layout, content)
    return render(issue, SETTINGS)


def squeeze(text: str) -> str:
    """Words without what wrapping adds: spaces, line breaks, marks of quotes and lists."""
    return re.sub(r"[\s>|]", "", text)


def links_of_html(soup: BeautifulSoup) -> list[str]:
    targets = [str(link["href"]) for link in soup.find_all("a")]
    # A video's poster and its words are one link twice in HTML, and one in text.
    return [target for number, target in enumerate(targets) if number == 0 or target != targets[number - 1]]


def links_of_text(text: str) -> list[str]:
    targets = re.findall(r"<((?:https?://|mailto:)[^<>\s]+)>", text)
    return [target for number, target in enumerate(targets) if number == 0 or target != targets[number - 1]]


@settings(max_examples=25)
@given(blocks)
def test_both_parts_link_to_the_same_in_the_same_order_and_no_heading_is_lost(content: Blocks) -> None:
    rendition = render_blocks(content)
    soup = BeautifulSoup(rendition.html, "html.parser")
    assert links_of_html(soup) == links_of_text(rendition.text)
    seen = [squeeze(heading.get_text()) for heading in soup.find_all(re.compile("h[1-6]"))]
    assert seen == [
        "Title",
        *(squeeze(plain_text(it.content)) for it in walk_blocks(content) if isinstance(it, Heading)),
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_cell_of_a_right_to_left_letter_runs_from_right_to_left(newsletter: Newsletter, layout: str) -> None:
    words = "مرحبا\n\n## عنوان\n\n- واحد\n\n> قول\n\n[زر](https://a.example){.button}\n\n---\n\n"
    body = words + "| أ | ب |\n|---|---|\n| ج | د |"
    file = newsletter.write_issue(f"---\ntitle: مرحبا\nlanguage: ar\nlayout: {layout}\n---\n{body}")
    soup = BeautifulSoup(render(read_issue(file, "ar"), find_settings(newsletter.root)).html, "html.parser")
    for element in soup.find_all(["td", "th", "p", "div"]):
        style = str(element.get("style", ""))
        assert "direction:ltr" not in style, element
        assert element.get("align") != "left", element
        assert not re.search(r"text-align: ?left", style) or "outlook-group-fix" in " ".join(element["class"]), element


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_letter_of_a_thousand_words_stays_small(newsletter: Newsletter, layout: str) -> None:
    words = "A word and [a link](https://example.org/x)." + " Some words more, said plainly." * 14
    body = "\n\n".join(f"## Part {part}\n\n{words}" for part in range(14))
    file = newsletter.write_issue(f"---\ntitle: x\nlayout: {layout}\n---\n{body}")
    rendition = render(read_issue(file, "en"), find_settings(newsletter.root))
    assert len(rendition.text.split()) > 1000
    assert len(rendition.html.encode()) < 60 * 1024


@pytest.mark.parametrize("layout", LAYOUTS)
def test_style_elements_are_small_and_no_rule_blocks_dark_mode(newsletter: Newsletter, layout: str) -> None:
    file = newsletter.write_issue(f"---\ntitle: x\nlayout: {layout}\n---\nHello")
    html = render(read_issue(file, "en"), find_settings(newsletter.root)).html
    styles = [style.get_text() for style in BeautifulSoup(html, "html.parser").find_all("style")]
    assert len(styles) > 3
    assert all(len(style.encode()) < 8_000 for style in styles)
    assert "!important" not in re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL).replace("mj-outlook", "")
    light = [style for style in styles if "prefers-color-scheme" not in style and "data-ogsc" not in style]
    assert not [style for style in light if re.search(r"color:[^;]*!important", style)]
