"""The two parts of an email say the same, and the HTML says it in every layout and direction."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from newsletter.content.issues import read_issue
from newsletter.model import Emphasis, Footnote, FootnoteReference, Issue, Link, Paragraph, Rendition, Text
from newsletter.rendering.render import render
from newsletter.settings import find_settings
from tests.rendering.outlines import outline_html, outline_text
from tests.rendering.strategies import any_blocks
from tests.shared import PROJECT

if TYPE_CHECKING:
    from newsletter.model import Blocks
    from tests.conftest import Newsletter

SETTINGS = find_settings(PROJECT)
LAYOUTS = ("letter", "digest", "announcement")


def render_blocks(content: Blocks, layout: str = "letter", language: str = "en") -> Rendition:
    issue = Issue("slug", Path("issue.md"), "Title", "Title", "", language, layout, content)
    return render(issue, SETTINGS)


# Making a failing example smaller would take minutes: each is a whole email.
@settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(any_blocks, st.sampled_from(LAYOUTS), st.sampled_from(["en", "de"]))
def test_both_parts_have_the_same_headings_links_alts_and_items(content: Blocks, layout: str, language: str) -> None:
    rendition = render_blocks(content, layout, language)
    image, deleted = {"en": ("Image", "deleted"), "de": ("Bild", "gestrichen")}[language]
    assert outline_text(rendition.text, image) == outline_html(rendition.html, image, deleted)


def test_a_mark_inside_a_link_is_no_link_of_its_own() -> None:
    mark = FootnoteReference("a")
    link = Link("https://example.org", (Emphasis((Text("known"), mark)),))
    rendition = render_blocks((Paragraph((link, mark)), Footnote("a", (Paragraph((Text("A study."),)),))))
    soup = BeautifulSoup(rendition.html, "html.parser")
    assert soup.select("a a") == []
    assert [str(it.a["href"]) for it in soup.find_all("sup") if it.a] == ["#note-1"]


def test_what_stands_around_the_letter_is_the_same_in_both_parts(newsletter: Newsletter) -> None:
    settings_file = newsletter.root / "newsletter.toml"
    archive = 'archive_url = "https://news.example.org/letters/{slug}/"'
    settings_file.write_text(settings_file.read_text("utf-8").replace("base_url", f"{archive}\nbase_url"), "utf-8")
    theme = newsletter.root / "layouts" / "letter" / "theme.toml"
    theme.parent.mkdir(parents=True)
    theme.write_text('[logo]\nsource = "https://a.example/l.png"\n[social]\nMastodon = "https://m.example/@a"', "utf-8")
    rendition = render(read_issue(newsletter.write_issue(), "en"), find_settings(newsletter.root))
    outline = outline_text(rendition.text, "Image")
    assert outline == outline_html(rendition.html, "Image", "deleted")
    assert outline.alts == ["LogoofLettersfromtheQuay"]
    assert outline.targets[0] == "https://news.example.org/letters/2026-11-24-a-slow-morning/"
    assert outline.targets[-2:] == [
        "https://news.example.org/unsubscribe/{{unsubscribe_token}}",
        "https://m.example/@a",
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


@pytest.mark.parametrize(
    ("language", "author", "byline"),
    [
        ("en", "Mara Lind", "Mara Lind"),
        ("he", "Mara & Lind", '<span dir="ltr">Mara &amp; Lind</span>'),
        ("he", "נועה", "נועה"),
        ("en", "נועה", '<span dir="rtl">נועה</span>'),
    ],
)
def test_a_name_that_runs_the_other_way_leaves_its_date_whole(
    newsletter: Newsletter, language: str, author: str, byline: str
) -> None:
    front = f"title: x\nlanguage: {language}\nauthor: {author}\ndate: 2026-11-28"
    file = newsletter.write_issue(f"---\n{front}\n---\nx")
    html = render(read_issue(file, "en"), find_settings(newsletter.root)).html
    assert f">{byline} · 28 " in html
