"""The preview page as a file."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from newsletter.preview.vision import VISIONS, Vision
from tests.conftest import ISSUE

if TYPE_CHECKING:
    from tests.conftest import Newsletter


def build(newsletter: Newsletter, text: str = ISSUE) -> str:
    file = newsletter.write_issue(text)
    newsletter.write_picture(file.parent / "boat.png")
    assert newsletter.run("build").exit_code == 0
    return (newsletter.root / "build" / file.parent.name / "index.html").read_text(encoding="utf-8")


def test_pictures_are_inside_and_nothing_is_loaded(newsletter: Newsletter) -> None:
    page = build(newsletter, ISSUE + "\n![A boat](boat.png)\n")
    assert "src=&#34;data:image/png;base64," in page
    assert "boat.png&#34;" not in page
    sources = re.findall(r'\b(?:src|srcset|href|action)="([^"]*)"', page)
    assert [source for source in sources if not source.startswith("data:")] == []


def test_words_of_an_issue_stay_words(newsletter: Newsletter) -> None:
    subject = "</title><script>alert(1)</script>"
    page = build(newsletter, ISSUE.replace("A slow morning by the water", f"'{subject}'"))
    assert page.count("<script>") == 1
    assert subject in unescape(page)


def test_findings_name_the_line_and_the_element(newsletter: Newsletter) -> None:
    page = build(newsletter, ISSUE + "\n![](boat.png)\n")
    line = len(ISSUE.splitlines()) + 2
    assert f"issue.md, line {line}" in page
    number = re.search(r'data-finding="(\d+)" data-place="[^"]*issue.md, line ' + str(line), page)
    assert number
    assert re.search(rf'<img[^>]*data-findings="[^"]*\b{number[1]}\b', unescape(page))


@pytest.mark.parametrize("vision", VISIONS, ids=lambda vision: vision.name)
def test_white_and_grey_look_the_same_to_everybody(vision: Vision) -> None:
    assert [round(sum(row), 3) for row in vision.rows] == [1, 1, 1]
