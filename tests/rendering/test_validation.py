"""A layout's MJML is read before mrml renders it: what is wrong, in which template, at which line and column."""

from __future__ import annotations

import pytest

from newsletter.content.issues import read_issue
from newsletter.errors import LayoutError
from newsletter.rendering.render import render
from newsletter.settings import find_settings
from tests.conftest import Newsletter  # noqa: TC001 - pytest reads it

START = "{# A comment #}\n<mjml>\n  <mj-body>\n    "
END = "\n  </mj-body>\n</mjml>"
COLUMN = "<mj-section><mj-column>{}</mj-column></mj-section>"


def render_with(newsletter: Newsletter, layout: str, body: str = "Hello") -> str:
    file = newsletter.root / "layouts" / "letter" / "layout.mjml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(layout, encoding="utf-8")
    issue = newsletter.write_issue(f"---\ntitle: x\n---\n{body}")
    return render(read_issue(issue, "en"), find_settings(newsletter.root)).html


FAULTS = {
    "<mj-sektion></mj-sektion>": ("4:5: MJML has no <mj-sektion>", "mj-section"),
    "<mj-sectoin></mj-sectoin>": ("4:5: MJML has no <mj-sectoin>", "“mj-section”"),
    COLUMN.format("<mj-tex>x</mj-tex>"): ("MJML has no <mj-tex>", "“mj-text”"),
    "<div></div>": ("4:5: MJML has no <div>", "<mj-text>"),
    "<mj-text>x</mj-text>": ("4:5: <mj-text> may not stand in <mj-body>", "<mj-section>"),
    '<mj-section\n      pading="0"></mj-section>': ("5:7: <mj-section> has no attribute pading", "padding"),
    '<mj-section background-color="red"></mj-section>': ('4:17: background-color="red"', "#1b5e66"),
    '<mj-section background-color="#abc"></mj-section>': ('4:17: background-color="#abc"', "#1b5e66"),
    '<mj-section padding="2em"></mj-section>': ('4:17: padding="2em"', "16px"),
    '<mj-section direction="up"></mj-section>': ('4:17: direction="up"', "ltr, rtl"),
    '<mj-section background-url="ftp://a.example/p"></mj-section>': ("4:17: background-url", "https://"),
    "<mj-section direction='rtl'></mj-section>": ("4:17: The value of direction", '"…"'),
    '<mj-section direction="rtl" direction="ltr"></mj-section>': ("direction stands here twice", "Keep"),
    "<mj-section>": ("4:5: <mj-section> is not closed", "Add </mj-section> before </mj-body>"),
    "</mj-section>": ("4:5: </mj-section> closes what is not open", "</mj-body>"),
    "<mj-section><mj-text>x</mj-text></mj-section>": ("4:17: <mj-text> may not stand in", "layout.mjml:4:5 first"),
    '<mj-section mj-class="wide"></mj-section>': ("4:17: There is no mj-class “wide”", "<mj-class name="),
    "<mj-include path='x.mjml' />": ("4:5: MJML has no <mj-include>", "{% include"),
    "Hello<mj-section></mj-section>": ("4:5: “Hello” stands outside", "<mj-text>"),
    '<mj-section padding="0></mj-section>': ("4:5: “<mj-section padding=", "Close its quotes"),
    COLUMN.format("<mj-text><p>a<b>b</p></mj-text>"): ("4:41: <b> is not closed", "before </p> of"),
    COLUMN.format("<mj-text><p>a</b></p></mj-text>"): ("4:41: </b> closes what is not open", "layout.mjml:4:37"),
    "<!-- a -->Hello<mj-section></mj-section>": ("4:15: “Hello” stands outside", "<mj-text>"),
    "<!-- a <mj-section></mj-section>": ("4:5: A comment is not closed", "-->"),
    "<?xml version='1.0'?><mj-section></mj-section>": ("4:5: “<?xml version='1.0'?>” does not belong", "Take it"),
    COLUMN.format("<mj-text><p>a<br></br></p></mj-text>"): ("4:45: <br> has no end", "Take </br> out"),
    COLUMN.format("<mj-text><p>a<!-- b</p></mj-text>"): ("A comment is not closed", "-->"),
    COLUMN.format("<mj-text><div><p>a</p></mj-text>"): ("4:37: <div> is not closed", "Add </div>"),
    COLUMN.format("<mj-text><p class=a>a</p></mj-text>"): ("4:37: An attribute is not", '"…"'),
    COLUMN.format('<mj-text><p id="a" id="b">a</p></mj-text>'): ("4:37: <p> has id twice", "Keep one"),
    COLUMN.format('<mj-image src="https://a.example/p.png" />'): ("4:28: <mj-image> has no alt", 'alt=""'),
    COLUMN.format('<mj-button href="javascript:x">x</mj-button>'): ("4:39: href", "https://"),
    COLUMN.format('<mj-text><p title="“x”">—></p></mj-text>'): ("A > stands alone", "&gt;"),
    COLUMN.format("<mj-text><p title='\"'>x</p></mj-text>"): ("4:37: An attribute", '"…"'),
    COLUMN.format("<mj-text><mj-image /></mj-text>"): ("4:37: <mj-image> may not stand in <mj-text>", "Close"),
    '<mj-wrapper gap="1px"></mj-wrapper>': ("4:17: <mj-wrapper> has no attribute gap", "Known"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_place_and_what_is_allowed(newsletter: Newsletter, fault: str) -> None:
    words, hint = FAULTS[fault]
    with pytest.raises(LayoutError) as caught:
        render_with(newsletter, START + fault + END)
    assert words in str(caught.value)
    assert "layout.mjml" in str(caught.value)
    assert hint in caught.value.hint


def test_a_fault_in_an_included_file_names_that_file(newsletter: Newsletter) -> None:
    footer = newsletter.root / "layouts" / "base" / "footer.mjml"
    footer.parent.mkdir(parents=True)
    footer.write_text("\n<mj-section>\n  <mj-colum />\n</mj-section>")
    issue = newsletter.write_issue()
    with pytest.raises(LayoutError, match=r"footer\.mjml:3:3: MJML has no <mj-colum>"):
        render(read_issue(issue, "en"), find_settings(newsletter.root))


def write_base(newsletter: Newsletter, name: str, text: str) -> None:
    file = newsletter.root / "layouts" / "base" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("footer", "layout", "words", "hint"),
    [
        ("\n<mj-section>", "", r"footer\.mjml:2:1: <mj-section> is not closed", "letter/layout.mjml:4:1"),
        ("", "<mj-section><mj-column>", r"letter/layout\.mjml:3:13: <mj-column> is not closed", "layout.mjml:4:1"),
        ("</mj-column>", "<mj-section>", r"footer\.mjml:1:1: </mj-column> closes what is not", "layout.mjml:3:1"),
        ("<mj-section />", "<mj-section>", r"footer\.mjml:1:1: <mj-section> may not stand", "layout.mjml:3:1 first"),
        ("Hello<mj-section />", "<mj-section />", r"footer\.mjml:1:1: “Hello” stands outside", "<mj-text>"),
        ("<mj-section></mj-section>Hello", "", r"footer\.mjml:1:26: “Hello” stands outside", "<mj-text>"),
    ],
)
def test_a_tag_that_is_open_is_named_in_the_file_that_opens_it(
    newsletter: Newsletter, footer: str, layout: str, words: str, hint: str
) -> None:
    write_base(newsletter, "footer.mjml", footer)
    with pytest.raises(LayoutError, match=words) as caught:
        render_with(newsletter, f'<mjml>\n<mj-body>\n{layout}{{% include "footer.mjml" %}}\n</mj-body>\n</mjml>')
    assert hint in caught.value.hint


def test_a_component_that_swallows_the_next_is_named_with_its_file(newsletter: Newsletter) -> None:
    write_base(newsletter, "masthead.mjml", "\n<mj-text><p>Hello</p>")
    with pytest.raises(LayoutError, match="<mj-text> may not stand in <mj-text>") as caught:
        render(read_issue(newsletter.write_issue(), "en"), find_settings(newsletter.root))
    assert "masthead.mjml:2:1 first" in caught.value.hint


WHOLE = {
    "": "layout.mjml: This layout is empty",
    "{# nothing #}\n\n": "layout.mjml: This layout is empty",
    "Hello": "layout.mjml:1:1: “Hello” stands outside",
    "<mjml></mjml>": "layout.mjml: This layout has no <mj-body>",
    "<mjml><mj-body></mj-body>\n<mj-body></mj-body></mjml>": "layout.mjml:2:1: <mj-body> stands here a second time",
    "<mjml><mj-body></mj-body></mjml>\n<mjml></mjml>": "layout.mjml:2:1: <mjml> stands here a second time",
    '<mjml>\n<mj-body width="6000px"></mj-body></mjml>': "layout.mjml:2:10: width=",
}


@pytest.mark.parametrize("layout", WHOLE)
def test_what_is_no_whole_layout_is_named_with_its_file(newsletter: Newsletter, layout: str) -> None:
    with pytest.raises(LayoutError) as caught:
        render_with(newsletter, layout)
    assert WHOLE[layout] in str(caught.value)
    assert caught.value.hint


def test_whole_comments_may_stand_anywhere(newsletter: Newsletter) -> None:
    section = "<!-- a --><mj-section><!-- b\n--><!-- c --></mj-section><!-- d -->"
    assert "<html" in render_with(newsletter, START + section + END)


def test_an_mj_class_that_is_there_can_be_used(newsletter: Newsletter) -> None:
    head = '<mj-head><mj-attributes><mj-class name="wide" padding="8px" /></mj-attributes></mj-head>'
    html = render_with(newsletter, f'<mjml>{head}<mj-body><mj-section mj-class="wide"></mj-section></mj-body></mjml>')
    assert "padding:8px" in html


def test_html_that_is_not_closed_names_its_file(newsletter: Newsletter) -> None:
    quote = newsletter.root / "layouts" / "base" / "blocks" / "quote.mjml"
    quote.parent.mkdir(parents=True)
    quote.write_text("<blockquote><p>Hello</blockquote>")
    issue = newsletter.write_issue("---\ntitle: x\n---\n> é A quote")
    with pytest.raises(LayoutError, match=r"quote\.mjml:1"):
        render(read_issue(issue, "en"), find_settings(newsletter.root))


@pytest.mark.parametrize("words", ["—> “x”>", '"x" <b>', "a ]]> b", "</mj-text>", "<!-- x", "\ue0001,1,1\ue001"])
def test_no_words_of_a_post_reach_what_breaks_mrml(newsletter: Newsletter, words: str) -> None:
    file = newsletter.write_issue(
        f"---\ntitle: '{words}'\npreheader: '{words}'\n---\n`{words}`\n\n![{words}](https://a.example/p.png)"
    )
    assert "<h1" in render(read_issue(file, "en"), find_settings(newsletter.root)).html
