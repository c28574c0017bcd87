"""What a reader gets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

from newsletter.content.issues import read_issue
from newsletter.errors import IssueError, LayoutError, SettingsError
from newsletter.rendering.render import render
from newsletter.settings import find_settings

if TYPE_CHECKING:
    from newsletter.model import Rendition
    from tests.conftest import Newsletter

HEAD = "---\ntitle: Words & “quotes”\npreheader: Before the letter\nlanguage: {language}\n---\n"


def render_text(newsletter: Newsletter, body: str, language: str = "en") -> Rendition:
    file = newsletter.write_issue(HEAD.format(language=language) + body)
    return render(read_issue(file, "en"), find_settings(newsletter.root))


def parse(rendition: Rendition) -> BeautifulSoup:
    return BeautifulSoup(rendition.html, "html.parser")


def test_the_document_says_its_language_title_and_name(newsletter: Newsletter) -> None:
    rendition = render_text(newsletter, "Hello", language="ar")
    soup = parse(rendition)
    assert rendition.html.startswith("<!DOCTYPE html>")
    html, body = soup.html, soup.body
    assert html is not None
    assert body is not None
    assert (html["lang"], html["dir"]) == ("ar", "rtl")
    children = [child for child in body.children if isinstance(child, Tag)]
    assert {(child["lang"], child["dir"]) for child in children} == {("ar", "rtl")}
    (article,) = soup.select("[role=article]")
    assert article["aria-label"] == "Words & “quotes”"
    assert [heading.text for heading in soup.find_all("h1")] == ["Words & “quotes”"]


def test_layout_tables_are_presentation_and_data_tables_are_not(newsletter: Newsletter) -> None:
    soup = parse(render_text(newsletter, "Table: Fees\n\n| Hour | Fee |\n|--|--|\n| One | £60 |"))
    data = [table for table in soup.find_all("table") if table.get("role") != "presentation"]
    assert len(data) == 1
    assert [cell["scope"] for cell in data[0].find_all("th")] == ["col", "col"]
    assert data[0].caption is not None
    assert data[0].caption.text == "Fees"


def test_nothing_is_fetched_from_a_third_party(newsletter: Newsletter) -> None:
    rendition = render_text(newsletter, "Hello [there](https://example.org)\n\n[Go](https://example.org){.button}")
    assert not re.search(r"<link|@import|@font-face|<script|<img", rendition.html)


def test_hostile_words_stay_words(newsletter: Newsletter) -> None:
    body = 'Quote " and > after é> and {{name}} and &amp; <script>alert(1)</script> —> “x”>\n\n![a" onload="x](https://a.example/p.png)'
    rendition = render_text(newsletter, body)
    soup = parse(rendition)
    assert not soup.find("script")
    image = soup.find("img")
    assert isinstance(image, Tag)
    assert "onload" not in image.attrs
    assert "{{name}}" in soup.text
    assert "{{" not in rendition.html.replace("{{unsubscribe_token}}", "")


def test_a_link_to_a_script_is_refused_with_its_line(newsletter: Newsletter) -> None:
    with pytest.raises(IssueError) as caught:
        render_text(newsletter, "One\n\n[two](ftp://example.org/x)")
    assert caught.value.line == 8


def test_an_image_is_given_its_size_and_its_address_on_the_web(newsletter: Newsletter) -> None:
    newsletter.write_picture(newsletter.write_issue().parent / "sea.png", (1200, 600))
    soup = parse(render_text(newsletter, '![The sea](sea.png "Early *light*")'))
    image, caption = soup.find("img"), soup.find("figcaption")
    assert isinstance(image, Tag)
    assert isinstance(caption, Tag)
    assert image["src"] == "https://news.example.org/issues/2026-11-24-a-slow-morning/sea.png"
    assert (image["alt"], image["width"], image["height"]) == ("The sea", "592", "296")
    assert caption.decode_contents() == "Early <em>light</em>"
    assert image.find_parent("figure") is caption.find_parent("figure") is not None


def test_an_image_without_alt_keeps_its_gap(newsletter: Newsletter) -> None:
    soup = parse(render_text(newsletter, "![](https://a.example/p.png)"))
    image = soup.find("img")
    assert isinstance(image, Tag)
    assert "alt" not in image.attrs


def test_elements_know_their_line(newsletter: Newsletter) -> None:
    rendition = render_text(
        newsletter, "One\n\n## Two\n\nThree [four](https://example.org)\n\n[Five](https://a.example){.button}"
    )
    elements = parse(rendition).find_all(True)
    lines = {elements[position].name: line for position, line in rendition.lines.items()}
    assert lines == {"p": 10, "h2": 8, "a": 10, "div": 12}
    assert not re.search(r"line-\d", rendition.html)


@pytest.mark.parametrize(("language", "direction"), [("ar", "ltr"), ("en", None)])
def test_code_among_arabic_words_is_not_turned_around(
    newsletter: Newsletter, language: str, direction: str | None
) -> None:
    code = parse(render_text(newsletter, "a `newsletter build --all` b", language)).code
    assert code is not None
    assert code.get("dir") == direction


def test_rendering_twice_gives_the_same(newsletter: Newsletter) -> None:
    first, second = (render_text(newsletter, "Hello *you*") for _ in range(2))
    assert first == second
    assert first.content_hash != render_text(newsletter, "Hello, you").content_hash


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "nl", "ar", "he"])
def test_the_words_around_the_letter_are_in_its_language(newsletter: Newsletter, language: str) -> None:
    rendition = render_text(newsletter, "Hello", language=language)
    assert not parse(rendition).select(".footer[lang]")
    assert ("Unsubscribe" in rendition.html) == (language == "en")
    assert ("Unsubscribe" in rendition.text) == (language == "en")


NOTES = "It helps.[^a] So they say.[^a]\n\n[^a]: A study."


def test_notes_and_their_marks_lead_to_each_other(newsletter: Newsletter) -> None:
    soup = parse(render_text(newsletter, NOTES))
    marks = [str(link["id"]) for link in soup.select("sup a")]
    assert marks == ["mark-1", "mark-1-2"]
    (note,) = soup.select("#note-1")
    assert {str(link["href"]) for link in soup.select("sup a")} == {"#note-1"}
    assert [str(link["href"]) for link in note.find_all("a")] == ["#mark-1"]
    assert note.get_text(" ", strip=True) == "Note 1 A study. Back to note 1 in the text"


def test_a_box_says_what_it_is(newsletter: Newsletter) -> None:
    rendition = render_text(newsletter, "> [!WARNING]\n> Loud music.\n\n> [!SPOILER]\n> They meet.", language="nl")
    boxes = [box.get_text(" ", strip=True) for box in parse(rendition).select("[role=note]")]
    assert boxes == ["Waarschuwing Loud music.", "They meet."]
    assert "| Waarschuwing\n|\n| Loud music." in rendition.text


def test_a_video_is_one_link_with_a_poster_and_words(newsletter: Newsletter) -> None:
    newsletter.write_picture(newsletter.write_issue().parent / "talk.png", (1184, 600))
    soup = parse(render_text(newsletter, '[The talk](https://v.example/1){.video poster="talk.png"}'))
    (link,) = [link for link in soup.find_all("a") if link["href"] == "https://v.example/1"]
    assert link.get_text(strip=True) == "Watch the video: The talk"
    image = link.img
    assert image is not None
    assert (image["alt"], image["width"], image["height"]) == ("", "592", "300")


def test_no_link_to_read_in_a_browser_is_invented(newsletter: Newsletter) -> None:
    rendition = render_text(newsletter, "Hello")
    assert "browser" not in rendition.text
    assert "your browser" not in rendition.html


def test_a_digest_has_a_card_for_each_section(newsletter: Newsletter) -> None:
    file = newsletter.write_issue("---\ntitle: x\nlayout: digest\n---\nIntro\n\n## One\n\nA\n\n### Deep\n\n## Two\n\nB")
    soup = parse(render(read_issue(file, "en"), find_settings(newsletter.root)))
    cards = [card for card in soup.select("div.paper") if card.find(["h2", "p"])]
    assert [[heading.text for heading in card.find_all(["h1", "h2", "h3"])] for card in cards] == [
        ["x"],
        ["One", "Deep"],
        ["Two"],
    ]


def test_an_announcement_overrides_one_block_and_inherits_the_rest(newsletter: Newsletter) -> None:
    text = "---\ntitle: x\nlayout: announcement\n---\nCome.\n\n- A list\n\n[Book](https://a.example){.button}"
    soup = parse(render(read_issue(newsletter.write_issue(text), "en"), find_settings(newsletter.root)))
    assert soup.find("li") is not None
    (button,) = [link for link in soup.find_all("a") if link.text.strip() == "Book"]
    assert "display:block" in str(button["style"])


def test_a_language_without_words_of_ours_gets_english_ones_that_say_so(newsletter: Newsletter) -> None:
    soup = parse(render_text(newsletter, "こんにちは", language="ja"))
    footer = soup.find(class_="footer")
    assert isinstance(footer, Tag)
    assert (footer["lang"], footer["dir"]) == ("en", "ltr")
    assert "Unsubscribe" in footer.text


def test_a_layout_that_is_not_there_is_named(newsletter: Newsletter) -> None:
    file = newsletter.write_issue("---\ntitle: x\nlayout: leter\n---\nHello")
    with pytest.raises(LayoutError, match="leter") as caught:
        render(read_issue(file, "en"), find_settings(newsletter.root))
    assert "letter" in caught.value.hint


def test_a_layout_of_ones_own_needs_a_layout_file(newsletter: Newsletter) -> None:
    folder = newsletter.root / "layouts" / "card"
    folder.mkdir(parents=True)
    (folder / "theme.toml").write_text("[shape]\nwidth = 500\n", encoding="utf-8")
    file = newsletter.write_issue("---\ntitle: x\nlayout: card\n---\nHello")
    with pytest.raises(LayoutError, match=r"The layout “card” has no layout\.mjml\.") as caught:
        render(read_issue(file, "en"), find_settings(newsletter.root))
    assert caught.value.file == folder


@pytest.mark.parametrize(
    ("mjml", "words"),
    [
        ("<mjml><mj-body>", "layout.mjml:1:7: <mj-body> is not closed"),
        ("<mjml><mj-body><mj-section>—></mj-section></mj-body></mjml>", "“—>” stands outside"),
        ("<mjml>{{ nobody }}</mjml>", "nobody"),
        ("<mjml>{% if %}</mjml>", "layout.mjml:1"),
    ],
)
def test_a_broken_layout_is_our_error_and_not_a_panic(newsletter: Newsletter, mjml: str, words: str) -> None:
    layout = newsletter.root / "layouts" / "letter" / "layout.mjml"
    layout.parent.mkdir(parents=True)
    layout.write_text(mjml)
    with pytest.raises(LayoutError) as caught:
        render_text(newsletter, "Hello")
    assert words in str(caught.value)
    assert caught.value.hint


def test_a_newsletter_replaces_one_file_of_a_layout_alone(newsletter: Newsletter) -> None:
    footer = newsletter.root / "layouts" / "base" / "footer.mjml"
    footer.parent.mkdir(parents=True)
    footer.write_text("<mj-section><mj-column><mj-text>Our own footer</mj-text></mj-column></mj-section>")
    assert "Our own footer" in render_text(newsletter, "Hello").html


def test_a_layout_adds_to_a_block_and_to_rules_of_the_base(newsletter: Newsletter) -> None:
    layout = newsletter.root / "layouts" / "letter"
    (layout / "blocks").mkdir(parents=True)
    (layout / "blocks" / "quote.mjml").write_text('<p>They said:</p>{% include "base/blocks/quote.mjml" %}')
    (layout / "inline.css").write_text('{% include "base/inline.css" %}\nblockquote { font-style: italic; }')
    soup = parse(render_text(newsletter, "> So it is."))
    quote = soup.blockquote
    assert quote is not None
    assert "font-style:italic" in str(quote["style"])
    assert "padding:8px 16px" in str(quote["style"])
    assert soup.find(string="They said:")


def test_images_need_an_address_on_the_web(newsletter: Newsletter) -> None:
    (newsletter.root / "newsletter.toml").write_text('[newsletter]\nname = "x"\n')
    newsletter.write_picture(newsletter.write_issue().parent / "sea.png")
    with pytest.raises(SettingsError, match="base_url"):
        render_text(newsletter, "![The sea](sea.png)")


@pytest.mark.parametrize(
    "words", ["back\\slash\\", "👩‍⚕️ at work", "שָׁלוֹם", "e\u0301t\u00e9", "two\u00a0words", "a\u200bb"]
)
def test_characters_that_mrml_would_write_as_rust_does_come_through(newsletter: Newsletter, words: str) -> None:
    newsletter.write_picture(newsletter.write_issue().parent / "sea.png")
    escaped = words.replace("\\", "\\\\")
    file = newsletter.write_issue(f"---\ntitle: '{words}'\n---\n![{escaped}](sea.png)\n\n{escaped}")
    soup = parse(render(read_issue(file, "en"), find_settings(newsletter.root)))
    (image,) = soup.find_all("img")
    (article,) = soup.select("[role=article]")
    assert (image["alt"], article["aria-label"]) == (words, words)
    assert words in soup.get_text()
