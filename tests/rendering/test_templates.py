"""A mistake in a template is named with its file and line, what is not there, and what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsletter.content.issues import read_issue
from newsletter.errors import LayoutError
from newsletter.rendering.render import render
from newsletter.settings import find_settings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsletter

ISSUE = "---\ntitle: x\n---\nHello\n\n> A quote"
START = "<mjml><mj-body>\n<mj-section><mj-column><mj-text>"
END = "</mj-text></mj-column></mj-section></mj-body></mjml>"

# What a designer writes on the second line of a layout, and what the program answers.
MISTAKES = {
    "{{ theme.light.backgrnd }}": ("There is no “backgrnd” in theme.light.", "“background”"),
    "{{ theme.lite.background }}": ("There is no “lite” in theme.", "“light”"),
    "{{ issue.titel }}": ("There is no “titel” in issue.", "“title”"),
    "{{ newsletter.nmae }}": ("There is no “nmae” in newsletter.", "“name”"),
    "{{ strings.unsubcribe }}": ("There is no “unsubcribe” in strings.", "“unsubscribe”"),
    "{{ theme.shape.colour }}": ("There is no “colour” in theme.shape.", "Known are: radius, width."),
    "{{ isue.title }}": ("There is no “isue”.", "“issue”"),
    "{{ completely_different }}": ("There is no “completely_different”.", "change-a-layout.md"),
    "{{ issue.blocks[99] }}": ("tuple object has no element 99.", "change-a-layout.md"),
    '{% include "foter.mjml" %}': ("There is no file foter.mjml to include.", "“footer.mjml”"),
    '{% include "qqq.css" %}': ("There is no file qqq.css to include.", "Known are: dark-rules.css, dark.css, inline"),
    '{% include "../../newsletter.toml" %}': ("There is no file ../../newsletter.toml to include.", "footer.mjml"),
    "{{ issue.title | uper }}": ("No filter named 'uper'.", "“upper”"),
    "{{ date is defind }}": ("No test named 'defind'.", "“defined”"),
    "{% if date is defind %}{% endif %}": ("No test named 'defind' found.", "“defined”"),
    "{% incldue 'footer.mjml' %}": ("Jinja has no {% incldue %}.", "“include”"),
    "{% endif %}": ("Nothing is open for {% endif %} here.", "Take it out"),
    "{% if date %}{% if date %}{% endif %}": ("{% if %} is not closed.", "{% endif %}"),
    "{{ issue.title }": ("unexpected '}'.", "{{ with }}"),
    "{{ issue.title": ("unexpected '/'.", "{{ with }}"),
    "{# a comment": ("Missing end of comment tag.", "Close {# with #}."),
    "{{ 1 / 0 }}": ("This cannot be worked out: division by zero.", "change-a-layout.md"),
    "{{ theme.type.family + 2 }}": ("This cannot be worked out: can only concatenate", "change-a-layout.md"),
    "{{ issue.title() }}": ("This cannot be worked out: 'str' object is not callable.", "change-a-layout.md"),
    "{% for x in theme.type.size %}{% endfor %}": ("This cannot be worked out: 'int' object", "change-a-layout.md"),
    "{{ inlines(issue.blocks) }}": (
        "inlines cannot use this tuple; write it like inlines(block.content).",
        "layout.md",
    ),
    "{{ inlines() }}": ("inlines cannot use nothing; write it like inlines(block.content).", "docs/"),
    "{{ flow(issue) }}": ("flow cannot use this issue; write it like flow(block).", "change-a-layout.md"),
    "{{ image_url(issue) }}": ("image_url cannot use this issue; write", "change-a-layout.md"),
    '{% include "layout.mjml" %}': ("This includes itself without end.", "Take it out"),
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}": ("This includes itself without end.", "Take it out"),
}


def write(newsletter: Newsletter, name: str, text: str | bytes) -> Path:
    file = newsletter.root / "layouts" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def render_issue(newsletter: Newsletter, text: str = ISSUE) -> str:
    return render(read_issue(newsletter.write_issue(text), "en"), find_settings(newsletter.root)).html


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_its_line_and_how_to_put_it_right(newsletter: Newsletter, mistake: str) -> None:
    file = write(newsletter, "letter/layout.mjml", START + mistake + END)
    with pytest.raises(LayoutError) as caught:
        render_issue(newsletter)
    words, hint = MISTAKES[mistake]
    assert (str(caught.value.file), caught.value.line) == (str(file), 2)
    assert caught.value.message.startswith(words)
    assert not caught.value.message.endswith("..")
    assert hint in caught.value.hint


def test_a_mistake_in_an_included_file_names_that_file(newsletter: Newsletter) -> None:
    file = write(newsletter, "base/footer.mjml", "\n\n{{ theme.light.muteed }}")
    with pytest.raises(LayoutError, match="There is no “muteed”") as caught:
        render_issue(newsletter)
    assert (caught.value.file, caught.value.line) == (str(file), 3)


def test_templates_that_include_each_other_are_all_named(newsletter: Newsletter) -> None:
    write(newsletter, "base/head.mjml", '{% include "masthead.mjml" %}')
    write(newsletter, "base/masthead.mjml", '\n{% include "head.mjml" %}')
    with pytest.raises(LayoutError, match=r"(?s)(head|masthead)\.mjml.* by way of (head|masthead)\.mjml\.$") as caught:
        render_issue(newsletter)
    assert "layout.mjml" not in caught.value.message


def test_a_block_that_pours_itself_in_is_named(newsletter: Newsletter) -> None:
    file = write(newsletter, "base/blocks/quote.mjml", "\n{{ flow(block) }}")
    with pytest.raises(LayoutError, match="includes itself") as caught:
        render_issue(newsletter)
    assert (caught.value.file, caught.value.line) == (str(file), 2)


@pytest.mark.parametrize("name", ["letter/layout.mjml", "base/footer.mjml", "letter/inline.css", "letter/theme.toml"])
def test_a_file_that_is_not_utf_8_is_named_with_its_line(newsletter: Newsletter, name: str) -> None:
    file = write(newsletter, name, "# One\n# Zwölf".encode("latin-1"))
    with pytest.raises(LayoutError, match=r"This is not UTF-8\.") as caught:
        render_issue(newsletter)
    assert (str(caught.value.file), caught.value.line) == (str(file), 2)


@pytest.mark.parametrize(
    "name", ["letter/layout.mjml", "base/footer.mjml", "letter/inline.css", "letter/theme.toml", "base/strings/en.toml"]
)
def test_a_folder_in_the_place_of_a_file_is_not_overlooked(newsletter: Newsletter, name: str) -> None:
    folder = newsletter.root / "layouts" / name
    folder.mkdir(parents=True)
    with pytest.raises(LayoutError, match="is a folder") as caught:
        render_issue(newsletter)
    assert str(caught.value.file) == str(folder)


def test_the_mark_that_editors_of_windows_begin_a_file_with_is_no_text(newsletter: Newsletter) -> None:
    write(newsletter, "base/footer.mjml", "\ufeff<mj-section></mj-section>")
    write(newsletter, "letter/theme.toml", "\ufeff[shape]\r\nwidth = 500\r\n")
    assert "500px" in render_issue(newsletter)


def test_a_file_that_is_added_or_taken_away_counts_at_once(newsletter: Newsletter) -> None:
    assert "Our own footer" not in render_issue(newsletter)
    section = "<mj-section><mj-column><mj-text>Our own footer</mj-text></mj-column></mj-section>"
    file = write(newsletter, "letter/footer.mjml", section)
    assert "Our own footer" in render_issue(newsletter)
    file.unlink()
    assert "Our own footer" not in render_issue(newsletter)


@pytest.mark.parametrize(
    "words",
    [
        "[B](file:///x){.button}",
        "[V](file:///x){.video}",
        "[![a](https://a.example/x.png)](file:///x)",
        "![a](file:///x.png)",
        "![a](C:/pictures/x.png)",
    ],
)
def test_an_address_that_readers_cannot_reach_is_named_with_its_line(newsletter: Newsletter, words: str) -> None:
    with pytest.raises(Exception, match=r"issue\.md:6: (A link leads to|Readers cannot see)"):
        render_issue(newsletter, f"---\ntitle: x\n---\nHello\n\n{words}")
