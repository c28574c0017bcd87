"""The picture above a post: taken where it is clearly the post's."""

from __future__ import annotations

import pytest

from newsletter.model import Image, List, Text
from newsletter.sources.page.page import read_page

WORDS = "<p>" + "The path goes down to the water, past the wall and the trees that nobody picks. " * 6 + "</p>"
STATED = '<meta property="og:image" content="https://a.example/up/hill-1200x630.jpg">'
HILL = '<img src="/up/hill.jpg" alt="A hill">'


def first_block(before: str, head: str = "", content: str = WORDS) -> object:
    main = f"<main>{before}<div class='entry-content'>{content}{WORDS}</div></main>"
    menu = "<nav><img src='/up/hill.jpg'></nav>"
    html = f"<html lang='en'><head><title>A walk</title>{head}</head><body>{menu}{main}</body></html>"
    return read_page(html, "https://a.example/walk").post.blocks[0]


@pytest.mark.parametrize(
    ("before", "head"),
    [
        (f"<div>{HILL}</div>", STATED),
        (f'<div class="post-thumbnail">{HILL}</div>', ""),
        (f"<header><h1>A walk</h1><div>{HILL}</div></header>", ""),
        ('<p><img class="wp-post-image" src="/up/hill.jpg" alt="A hill"></p>', ""),
    ],
    ids=["stated by the page", "named", "beside the title", "WordPress"],
)
def test_the_lead_picture_comes_first(before: str, head: str) -> None:
    assert first_block(before, head) == Image("https://a.example/up/hill.jpg", "A hill")


def test_it_brings_its_caption() -> None:
    before = f'<figure class="featured-image">{HILL}<figcaption>In May</figcaption></figure>'
    assert first_block(before) == Image("https://a.example/up/hill.jpg", "A hill", (Text("In May"),))


def test_it_is_not_shown_twice() -> None:
    content = f"{WORDS}<img src='/up/hill-300x200.jpg' alt='A hill'>"
    assert not isinstance(first_block(f"<div>{HILL}</div>", STATED, content), Image)


@pytest.mark.parametrize(
    "before",
    [
        f"<div>{HILL}</div>",
        f'<header><h1>A walk</h1><div class="author-photo">{HILL}</div></header>',
        '<header><h1>A walk</h1><img src="/up/face.jpg" alt="Ann" width="48"></header>',
        f'<aside class="hero">{HILL}</aside>',
        f'<div class="related-posts"><div class="featured-image">{HILL}</div></div>',
    ],
    ids=["not named", "the author", "small", "aside", "of another post"],
)
def test_other_pictures_stay_out(before: str) -> None:
    assert not isinstance(first_block(before), Image)


def test_the_logo_of_the_site_is_no_lead_picture() -> None:
    head = '<meta property="og:image" content="/up/harbour.png">'
    before = '<header><a href="/"><img src="/up/harbour.png" alt="Harbour"></a><h1>A walk</h1></header>'
    assert not isinstance(first_block(before, head), Image)


def test_links_that_an_author_lists_are_kept() -> None:
    items = "".join(f'<li><a href="https://b{number}.example/">Book {number}</a></li>' for number in range(12))
    html = (
        f"<html><head><title>A walk</title></head><body><article>{WORDS}<ul>{items}</ul>{WORDS}</article></body></html>"
    )
    blocks = read_page(html, "https://a.example/walk").post.blocks
    assert [len(block.items) for block in blocks if isinstance(block, List)] == [12]
