"""A page of each engine: what a reader would miss is kept, and what is not the post is gone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsletter.blocks import links_of, plain_text, walk_blocks, words_of
from newsletter.model import Button, Footnote, Heading, Image, Post, Video
from newsletter.sources.counting import count_blocks
from newsletter.sources.page.page import read_page

if TYPE_CHECKING:
    from tests.conftest import Newsletter

PAGES = Path(__file__).parent / "pages"
ENGINES = sorted(file.stem for file in PAGES.glob("*.html"))
ADDRESS = "https://blog.example.org/2026/05/a-chair/"
# Words of the pages around the posts.
NOT_THE_POST = [
    "About us",
    "Share this",
    "Twitter",
    "Related",
    "Another day",
    "thoughts on this",
    "lovely chair",
    "Archives",
    "Proudly",
    "Sign up for more",
    "Join the discussion",
    "Sign in",
    "Clap",
    "More from",
    "gave up my lawn",
    "Thanks for reading",
    "Likes",
    "Discussion about",
    "Made with care",
    "Snow on the leeks",
    "top of page",
    "bottom of page",
    "Recent Posts",
    "See All",
    "Write a comment",
    "Email This",
    "BlogThis",
    "a chair like that",
    "Next page",
    "Subscribe",
]


@dataclass(frozen=True)
class Expected:
    """What a page holds beside its four long paragraphs, its title and its heading."""

    image: tuple[str, str | None, str] | None = None
    counts: tuple[tuple[str, int], ...] = ()
    links: tuple[str, ...] = ()
    button: str = ""
    notes: tuple[str, ...] = ()


EXPECTED = {
    "wordpress": Expected(
        (
            "https://blog.example.org/wp-content/uploads/2026/05/chair-1200x800.jpg",
            "A wooden chair among bean plants",
            "The chair, in June",
        ),
        (("list_items", 2), ("quotes", 1), ("tables", 1), ("videos", 1)),
        ("https://seeds.example.org/radish",),
        "https://blog.example.org/visit/",
    ),
    "ghost": Expected(
        ("https://ghost.example.org/content/images/size/w1600/bees.jpg", "Bees on borage", "Forty of them"),
        (("code", 1),),
        ("https://seeds.example.org/",),
        "https://ghost.example.org/visit/",
    ),
    "medium": Expected(
        ("https://miro.example.org/max/1400/chair.webp", "A wooden chair", "The chair that she keeps there"),
        (("list_items", 3), ("quotes", 1)),
        ("https://seeds.example.org/beans",),
    ),
    "substack": Expected(
        (
            "https://img.example.org/fetch/w_1272,c_limit,f_auto/https%3A%2F%2Fa.example%2Fshed.jpg",
            "Chalk numbers on a shed",
            "Her figures for May",
        ),
        button="https://plot.example.org/visit",
        notes=("It was a Sunday.",),
    ),
    "squarespace": Expected(
        ("https://images.example.org/content/bench.jpg", "A bench by the gate", "By the gate"),
        (("quotes", 1),),
        button="https://sq.example.org/visit",
    ),
    "wix": Expected(
        ("https://static.wixstatic.com/media/abc_plot.jpg", "The plot in May", "All of it"),
        (("list_items", 2),),
        ("https://seeds.example.org/list",),
    ),
    "blogger": Expected(
        ("https://blogger.example.org/img/b/s4000/hut.jpg", "A hut with a water butt", "The hut"), (("list_items", 2),)
    ),
    "hugo": Expected(
        ("https://blog.example.org/images/rows.png", "Rows of beans", "In May"),
        (("code", 1),),
        notes=("It was a Sunday.",),
    ),
    "jekyll": Expected(None, (("code", 1), ("list_items", 3), ("tables", 1))),
    "unknown": Expected(
        ("https://blog.example.org/2026/05/a-chair/chair.gif", "A chair", ""),
        (("tables", 1),),
        ("https://blog.example.org/2026/05/a-chair/old.html",),
    ),
}


def read(engine: str) -> Post:
    return read_page((PAGES / f"{engine}.html").read_text(encoding="utf-8"), ADDRESS).post


@pytest.mark.parametrize("engine", ENGINES)
def test_who_wrote_what_and_when(engine: str) -> None:
    post = read(engine)
    assert post.title == "A chair between the rows"
    if engine != "unknown":
        assert post.author == "Ida Field"
        assert str(post.date) == "2026-05-02"
        assert post.language.startswith("en")


@pytest.mark.parametrize("engine", ENGINES)
def test_the_words_of_the_post_and_no_others(engine: str) -> None:
    words = " ".join(words_of(block) for block in read(engine).blocks)
    for begin in ("We went down", "It is easy", "When the rain"):
        assert words.count(begin) == 1, begin
    assert [piece for piece in NOT_THE_POST if piece in words] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_structure_is_kept(engine: str) -> None:
    post, expected = read(engine), EXPECTED[engine]
    blocks = list(walk_blocks(post.blocks))
    headings = [(block.level, plain_text(block.content)) for block in blocks if isinstance(block, Heading)]
    assert headings == ([] if engine == "unknown" else [(2, "What to grow first")])
    images = [(block.source, block.alt, plain_text(block.caption)) for block in blocks if isinstance(block, Image)]
    assert images == ([expected.image] if expected.image else [])
    counts = count_blocks(post.blocks)
    assert {kind: counts[kind] for kind, _ in expected.counts} == dict(expected.counts)
    links = [link.target for block in blocks for link in links_of(block)]
    assert set(expected.links) <= set(links)
    assert not [link for link in links if "utm_" in link]
    assert [block.target for block in blocks if isinstance(block, Button)] == (
        [expected.button] if expected.button else []
    )
    assert tuple(words_of(block) for block in blocks if isinstance(block, Footnote)) == expected.notes
    assert all(
        block.target == "https://www.youtube.com/watch?v=abcdefghijk" for block in blocks if isinstance(block, Video)
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_a_page_goes_the_whole_way_in_one_go(newsletter: Newsletter, engine: str) -> None:
    result = newsletter.run("new", str(PAGES / f"{engine}.html"), "--no-images")
    assert result.exit_code == 0, result.stderr
    (file,) = (newsletter.root / "issues").glob("*/issue.md")
    if engine in {
        "unknown",
        "hugo",
    }:  # their pictures are named by paths, which lead nowhere without the page's address
        file.write_text(
            file.read_text()
            .replace("](chair.gif", "](https://a.example/chair.gif")
            .replace("](/images", "](https://a.example/images")
            .replace("](old.html", "](https://a.example/old.html")
        )
    assert newsletter.run("build").exit_code == 0
    assert newsletter.run("check").exit_code == 0
