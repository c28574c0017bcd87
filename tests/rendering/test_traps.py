"""What the libraries do wrong cannot be reached from a post, a theme or a layout."""

from __future__ import annotations

from contextlib import suppress

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsletter.content.issues import read_issue
from newsletter.errors import LayoutError
from newsletter.rendering.mjml import convert_mjml
from newsletter.rendering.render import render
from newsletter.settings import find_settings
from tests.conftest import Newsletter  # noqa: TC001 - pytest reads it

IN_BODY = "<mjml>\n<mj-body>{}</mj-body></mjml>"
IN_COLUMN = IN_BODY.format("<mj-section><mj-column>{}</mj-column></mj-section>")
IN_HEAD = "<mjml>\n<mj-head>{}</mj-head><mj-body></mj-body></mjml>"

# mrml does none of these and says nothing, drops them, or swallows what stands between.
LAYOUTS = {
    IN_BODY.format('<mj-raw position="file-start">x</mj-raw>'): "no attribute position",
    IN_BODY.format('<mj-wrapper gap="4px"></mj-wrapper>'): "no attribute gap",
    IN_BODY.format('<mj-include path="x.mjml" />'): "no <mj-include>",
    IN_COLUMN.format('<mj-button href="https://a.example" title="x">x</mj-button>'): "no attribute title",
    IN_COLUMN.format("<mj-raw><!--[if mso]></mj-raw><mj-text>x</mj-text><mj-raw><![endif]--></mj-raw>"): "A comment is",
    IN_COLUMN.format("<mj-text>x<![if !mso]>y<![endif]></mj-text>"): "A < stands alone",
    IN_COLUMN.format("<mj-text>x —> y</mj-text>"): "A > stands alone",
    IN_HEAD.format("<mj-html-attributes></mj-html-attributes>"): "no <mj-html-attributes>",
    IN_HEAD.format('<mj-style inline="inline">p { color: red }</mj-style>'): "no attribute inline",
    IN_HEAD.format("<mj-preview>A <b>word</b></mj-preview>"): "holds words alone",
    IN_HEAD.format("<mj-title><!-- x --></mj-title>"): "holds words alone",
    IN_HEAD.format('<mj-attributes><mj-body width="500px" /></mj-attributes>'): "no defaults for <mj-body>",
    IN_HEAD.format('<mj-font name="x" href="https://fonts.example/x.css" />'): "no <mj-font>",
}


def render_with(newsletter: Newsletter, files: dict[str, str], body: str = "## A heading\n\nHello") -> str:
    for name, text in files.items():
        file = newsletter.root / "layouts" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    issue = newsletter.write_issue(f"---\ntitle: x\n---\n{body}")
    return render(read_issue(issue, "en"), find_settings(newsletter.root)).html


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_mrml_does_not_do_is_refused_with_its_line(newsletter: Newsletter, layout: str) -> None:
    with pytest.raises(LayoutError) as caught:
        render_with(newsletter, {"letter/layout.mjml": layout})
    assert LAYOUTS[layout] in caught.value.message
    assert caught.value.line == 2


PIECES = ["<mj-text>", "</mj-text>", "<p>", "</p>", "é", "—>", '"', "'", "<", ">", "&", "<!-- ", "-->", "<br>"]
PIECES += ["<b a='>'>"]
PIECES += ['<a href="x>y">', "</a>", "<mj-image />", "]]>", "<![CDATA[", "<?x", "\\", "\ue000", "\x00", "<mj-button>"]


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_whatever_stands_in_a_layout_is_html_or_an_error_of_ours(pieces: str) -> None:
    with suppress(LayoutError):
        assert convert_mjml(IN_COLUMN.format(f"<mj-text>{pieces}</mj-text>")).startswith("<!doctype html>")
    with suppress(LayoutError):
        convert_mjml(IN_COLUMN.format(pieces))


# premailer fetches, fails with an error of its own, loses rules, or leaves colours that dark mode cannot change.
INLINE = {
    "@import url(https://a.example/x.css);": "cannot be inlined",
    "@\\69mport url(https://a.example/x.css);": "cannot be inlined",
    "@media print { @media screen { p { color: red; } } }": "cannot be inlined",
    "p { color: #111111 ! important; }": "!important",
    "a:hover { color: #111111; }": "“a:hover” cannot be written into a style attribute",
    "p { color: #111111;\n\n": "is no rule of CSS",
    "} }{": "is no rule of CSS",
    "p > > a { margin: 0; }": "is no selector",
    ". { margin: 0; }": "is no selector",
    "p { margin }": "is no list of properties",
    "p { margin: ; }": "is no list of properties",
}


@pytest.mark.parametrize("css", INLINE)
def test_css_that_cannot_be_inlined_is_refused_with_its_file(newsletter: Newsletter, css: str) -> None:
    with pytest.raises(LayoutError) as caught:
        render_with(newsletter, {"letter/inline.css": f"h1 {{ margin: 0; }}\n{css}"})
    assert INLINE[css] in caught.value.message
    assert str(caught.value.file).endswith("letter/inline.css")
    assert caught.value.line == 2


@pytest.mark.parametrize("css", ["@import url(x.css);", "@IMPORT 'x';", "@\\69mport 'x';", "p {} @im\\port 'x';"])
def test_no_style_element_fetches_anything(newsletter: Newsletter, css: str) -> None:
    with pytest.raises(LayoutError, match="@import"):
        render_with(newsletter, {"base/reset.css": css})


@pytest.mark.parametrize("css", ["@media print { p { margin: 0; }", "p { margin: 0; } }", "</style><b>", "a < b {}"])
def test_css_for_which_gmail_would_drop_a_style_element_is_refused(newsletter: Newsletter, css: str) -> None:
    with pytest.raises(LayoutError, match=r"head\.mjml:\d+:\d+: The CSS of a style element") as caught:
        render_with(newsletter, {"base/phone.css": css})
    assert "the file that is included here" in caught.value.hint


def test_css_that_another_layout_includes_is_named_where_it_is_written(newsletter: Newsletter) -> None:
    with pytest.raises(LayoutError, match=r"base/inline\.css:2: “a:hover”"):
        render_with(
            newsletter,
            {"base/inline.css": "\na:hover { margin: 0; }", "letter/inline.css": '{% include "base/inline.css" %}'},
        )


def test_a_post_may_speak_of_imports(newsletter: Newsletter) -> None:
    assert "@import url(x.css);" in render_with(newsletter, {}, "Write `@import url(x.css);` first.")


@pytest.mark.parametrize("style", ["h3", "}{", "color", "color: red } p { color: blue"])
def test_a_style_that_would_break_every_later_email_is_refused(newsletter: Newsletter, style: str) -> None:
    with pytest.raises(LayoutError, match="is not CSS") as caught:
        render_with(newsletter, {"letter/blocks/paragraph.mjml": f'<p\n style="{style}">x</p>'})
    assert caught.value.line == 2
    (newsletter.root / "layouts" / "letter" / "blocks" / "paragraph.mjml").unlink()
    assert "<h3 style=" in render_with(newsletter, {}, "### Deep\n\nHello")


def test_premailer_keeps_what_it_would_lose_by_itself(newsletter: Newsletter) -> None:
    kept = (
        "@font-face { font-family: x; } @supports (display: grid) { .page { margin: 0; } } u + .body .x { margin: 0; }"
    )
    newsletter.write_picture(newsletter.write_issue().parent / "sea.png", (600, 300))
    html = render_with(newsletter, {"base/reset.css": kept}, "![The sea](sea.png)")
    soup = BeautifulSoup(html, "html.parser")
    assert html.startswith("<!DOCTYPE html>")
    assert kept in [style.get_text().strip() for style in soup.find_all("style")]
    assert "[data-ogsc] .page a" in html
    assert "data-premailer" not in html
    assert [image["width"] for image in soup.find_all("img")] == ["592"]


def test_braces_of_a_post_stay_in_its_links_and_are_no_placeholder(newsletter: Newsletter) -> None:
    html = render_with(newsletter, {}, "[a](https://a.example/{{name}}) ![{{alt}}](https://a.example/{{x}}.png)")
    soup = BeautifulSoup(html, "html.parser")
    assert soup.find("a", href="https://a.example/%7B%7Bname%7D%7D")
    assert soup.find("img", alt="{{alt}}")
    assert "{{" not in html.replace("{{unsubscribe_token}}", "")
