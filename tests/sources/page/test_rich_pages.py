"""Pages with all that an engine's editor offers: cards, players, galleries, notes, verses; each beside its Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsletter.markdown.writing import write_markdown
from newsletter.sources.page.page import read_page

PAGES = Path(__file__).parent / "rich"
ENGINES = sorted(file.stem for file in PAGES.glob("*.html"))
ADDRESS = "https://glass.example.org/posts/greenhouse/"


@pytest.mark.parametrize("engine", ENGINES)
def test_everything_comes_in_as_what_it_is(engine: str) -> None:
    post = read_page((PAGES / f"{engine}.html").read_text(encoding="utf-8"), ADDRESS).post
    assert post.title == "A greenhouse in winter"
    assert post.author == "Mo Hale"
    assert write_markdown(post.blocks).strip() == (PAGES / f"{engine}.md").read_text(encoding="utf-8").strip()
