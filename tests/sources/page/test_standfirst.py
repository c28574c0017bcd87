"""The sentence between a title and its post comes in where it is surely that, and nothing else that stands there."""

from __future__ import annotations

import pytest

from newsletter.blocks import words_of
from newsletter.sources.page.page import read_page

SAID = "What a whole morning by the water teaches those who wait."
WORDS = "<p>" + "The path goes down to the water, past the wall and the trees that nobody picks. " * 6 + "</p>"


def first_words(before: str, title: str = "A walk") -> str:
    main = f"<main>{before}<div class='entry-content'>{WORDS}{WORDS}</div></main>"
    html = f"<html lang='en'><head><title>{title}</title></head><body>{main}</body></html>"
    return words_of(read_page(html, "https://a.example/walk").post.blocks[0])


@pytest.mark.parametrize(
    "before",
    [
        f'<header><h1>A walk</h1><p class="entry-subtitle">{SAID}</p></header>',
        f'<h1>A walk</h1><div class="articleIntro"><div><p>{SAID}</p></div></div>',
        f'<h1>A walk</h1><div class="dig-vorspann">{SAID}</div>',
        f'<h1>Walk : A</h1><p class="chapo">{SAID}</p>',
    ],
    ids=["below the title", "named around it", "in German", "below another heading of level 1"],
)
def test_it_comes_first_where_it_is_named(before: str) -> None:
    assert first_words(before) == SAID


def test_a_title_with_other_marks_is_the_title() -> None:
    assert first_words(f'<h1>Walks : In winter</h1><p class="intro">{SAID}</p>', "Walks: In winter") == SAID


@pytest.mark.parametrize(
    "before",
    [
        '<h1 class="site"><a href="/">The Plot</a></h1><p class="description">Notes from a whole greenhouse</p>',
        '<h1>A walk</h1><div class="authorDescription">Ann walks by the water and writes about it here.</div>',
        '<h1>A walk</h1><figure class="lead-image"><figcaption>A hill above the harbour in May</figcaption></figure>',
        '<h1>A walk</h1><p class="intro">A walk</p>',
        '<h1>A walk</h1><p class="share">Tell everybody whom you know about it</p>',
    ],
    ids=["the site's own", "about the author", "a caption", "the title again", "another name"],
)
def test_nothing_else_comes_first(before: str) -> None:
    assert first_words(before).startswith("The path goes down")
