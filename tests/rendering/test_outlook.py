"""Outlook for Windows gets buttons that it can draw: the same words and link as everybody else's."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from newsletter.checks.outlook import reveal
from newsletter.content.issues import read_issue
from newsletter.rendering.render import render
from newsletter.settings import find_settings
from tests.conftest import Newsletter  # noqa: TC001 - pytest reads it

BODY = r'[Book "a" \<talk> & stay *well* —> now]({})'.format("https://example.org/a?b=1&c=2") + "{.button}"


def render_button(newsletter: Newsletter, body: str, layout: str = "letter") -> str:
    file = newsletter.write_issue(f"---\ntitle: x\nlayout: {layout}\n---\n{body}")
    return render(read_issue(file, "en"), find_settings(newsletter.root)).html


@pytest.mark.parametrize("layout", ["letter", "digest", "announcement"])
@pytest.mark.parametrize("body", [BODY, f"> {BODY}"], ids=["alone", "in a quote"])
def test_outlook_draws_the_button_that_others_see(newsletter: Newsletter, layout: str, body: str) -> None:
    html = render_button(newsletter, body, layout)
    drawn = BeautifulSoup(reveal(html), "html.parser").find_all("v:roundrect")
    seen = [link for link in BeautifulSoup(html, "html.parser").find_all("a") if "Book" in link.text]
    assert len(drawn) == len(seen) == 1
    assert drawn[0]["href"] == seen[0]["href"] == "https://example.org/a?b=1&c=2"
    assert drawn[0].get_text() == seen[0].get_text() == 'Book "a" <talk> & stay well —> now'
    # Each reader sees one of the two.
    assert "Book" not in BeautifulSoup(reveal(html), "html.parser").get_text().replace(drawn[0].get_text(), "")
    height = re.search(r"height:(\d+)px", str(drawn[0]["style"]))
    assert height
    assert int(height[1]) >= 44


def test_a_button_for_outlook_has_room_for_its_words(newsletter: Newsletter) -> None:
    sizes = []
    for words in ("Go", "Choose a time for a first talk", "Choose a time for a first talk with one of us " * 3):
        html = render_button(newsletter, f"[{words}](https://example.org){{.button}}")
        (drawn,) = BeautifulSoup(reveal(html), "html.parser").find_all("v:roundrect")
        found = re.match(r"height:(\d+)px;width:(\d+)px", str(drawn["style"]))
        assert found
        sizes.append((int(found[1]), int(found[2])))
    (low, narrow), (still_low, wider), (high, widest) = sizes
    assert low == still_low < high
    assert narrow < wider < widest <= 592


def test_what_only_others_read_keeps_its_words(newsletter: Newsletter) -> None:
    partial = "<p>{% call others() %}Words <i>in</i> a row{% endcall %} and more</p>"
    (newsletter.root / "layouts/letter/blocks").mkdir(parents=True)
    (newsletter.root / "layouts/letter/blocks/divider.mjml").write_text(f"<mj-text>{partial}</mj-text>")
    html = render_button(newsletter, "One\n\n---\n\nTwo")
    others = "<!--[if !mso]><!-->Words <i>in</i> a row<!--<![endif]--> and more"
    assert others in html


def test_words_of_a_post_cannot_leave_the_comment(newsletter: Newsletter) -> None:
    html = render_button(newsletter, "[a <![endif]--\\> --\\> b](https://example.org){.button}")
    assert BeautifulSoup(html, "html.parser").get_text().count("a <![endif]--> --> b") == 1
