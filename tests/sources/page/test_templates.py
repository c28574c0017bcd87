"""Whole pages as themes and generators write them, also in German, Japanese and Arabic; each beside its Markdown.

The first line of the Markdown is the title, author, date and language; `?` is what the page does not say.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsletter.markdown.writing import write_markdown
from newsletter.sources.page.page import read_page

if TYPE_CHECKING:
    from tests.conftest import Newsletter

PAGES = Path(__file__).parent / "templates"
TEMPLATES = sorted(file.stem for file in PAGES.glob("*.html"))
ADDRESS = "https://a.example/post/"
PASSAGES = {
    "FIRST": "We went down to the water before anybody else was up, past the wall and the trees that nobody picks. The "
    "boats were still tied, and the man with the dog had not come yet, so we had the quay to ourselves for an hour.",
    "SECOND": "In the evening the boats came back, and somebody had put a lamp into the window behind the quay. It is "
    "easy to forget how early the day begins for those who mend the nets, and how late for those who wait for them.",
    "THIRD": "When the rain came we sat under the roof of the shed and listened. Nobody spoke much, and it was one of "
    "the better afternoons of that summer, though we did not know it then and would not have said so.",
}


def text_of(name: str) -> str:
    text = (PAGES / name).read_text(encoding="utf-8")
    for mark, words in PASSAGES.items():
        text = text.replace(mark, words)
    return text


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_post_comes_in_whole_and_alone(template: str) -> None:
    post = read_page(text_of(f"{template}.html"), ADDRESS).post
    about = " | ".join([post.title, post.author or "?", str(post.date or "?"), post.language or "?"])
    assert f"{about}\n\n{write_markdown(post.blocks)}" == text_of(f"{template}.md")


def test_saved_pages_go_the_whole_way(newsletter: Newsletter) -> None:
    for template in TEMPLATES:
        saved = f"<!-- saved from url=(0023){ADDRESS}{template} -->\n{text_of(f'{template}.html')}"
        (newsletter.root / f"{template}.html").write_text(saved, encoding="utf-8")
        result = newsletter.run("new", f"{template}.html", "--no-images", "--force")
        assert result.exit_code == 0, result.stderr
        (file,) = (newsletter.root / "issues").glob("*/issue.md")
        assert newsletter.run("build").exit_code == 0
        result = newsletter.run("check")
        assert result.exit_code == 0, (template, result.stdout)
        file.unlink()
        file.parent.rmdir()
