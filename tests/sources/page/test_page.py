"""Pages beyond the engines: galleries, code that only looks like comments, titles, walls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsletter.blocks import plain_text, walk_blocks, words_of
from newsletter.model import CodeBlock, Heading, Image, Link, Text
from newsletter.sources.page.page import read_page

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "<p>" + "The path goes down to the water, past the old wall and the apple trees. " * 8 + "</p>"


def page(body: str, head: str = "<title>A walk</title>") -> str:
    return f"<html lang='en'><head>{head}</head><body><article>{WORDS}{body}{WORDS}</article></body></html>"


def test_a_gallery_is_capped_and_shows_each_picture_once() -> None:
    images = "".join(f'<img src="/p{number % 20}.jpg" alt="Picture {number % 20}">' for number in range(40))
    reading = read_page(page(f'<div class="wp-block-gallery">{images}</div>'), "https://a.example/")
    shown = [block.source for block in reading.post.blocks if isinstance(block, Image)]
    assert shown == [f"https://a.example/p{number}.jpg" for number in range(12)]
    reasons = {dropped.reason for dropped in reading.dropped}
    assert reasons == {"a repeated picture", "a gallery of more than 12 pictures"}


def test_the_colours_of_code_are_not_taken_for_comments() -> None:
    code = '<pre class="language-c"><code><span class="token comment">// first</span>\nint main;</code></pre>'
    blocks = read_page(page(code), "https://a.example/").post.blocks
    assert CodeBlock("// first\nint main;", "c") in blocks


def test_a_title_is_guessed_from_heading_and_page_together() -> None:
    head = "<title>Down to the water · The Plot</title>"
    reading = read_page(page("<h1>The Plot</h1><h1>Down to the water</h1>", head), "https://a.example/")
    assert reading.post.title == "Down to the water"
    assert [guess.what for guess in reading.guesses] == ["the title"]


def test_pictures_that_count_readers_or_hold_a_place_are_gone() -> None:
    body = (
        '<img src="https://a.example/pixel.gif" width="1" height="1"><img src="data:image/gif;base64,R0lGOD">'
        '<img src=""><img src="/real.jpg" alt="Real">'
    )
    images = [
        block
        for block in walk_blocks(read_page(page(body), "https://a.example/").post.blocks)
        if isinstance(block, Image)
    ]
    assert [image.source for image in images] == ["https://a.example/real.jpg"]


def test_links_lose_their_wrappers_and_in_page_links_find_the_page() -> None:
    body = (
        '<p>See <a href="https://www.google.com/url?q=https%3A%2F%2Fb.example%2F%3Fa%3D1&sa=D">B</a>, '
        '<a href="#part">a part</a>, <a href="/c?utm_medium=x&b=2#d">C</a> '
        'and <a href="javascript:x()">nothing</a>.</p>'
    )
    text = str(read_page(page(body), "https://a.example/post").post.blocks)
    assert "'https://b.example/?a=1'" in text
    assert "'https://a.example/post#part'" in text
    assert "'https://a.example/c?b=2#d'" in text
    assert "javascript" not in text


@pytest.mark.parametrize(
    ("stated", "headings", "title"),
    [
        ("A walk - Anne Somebody of Exampletown", "<h1>A walk</h1>", "A walk"),
        ("A walk — the long handbook", '<h1><a href="index.html">the long handbook</a></h1><h1>A walk¶</h1>', "A walk"),
        ("A walk [The Plot]", "<h1>A walk</h1>", "A walk"),
        ("A walking holiday", "<h1>A walk</h1>", "A walking holiday"),
    ],
)
def test_the_heading_that_the_title_begins_with_is_the_title(stated: str, headings: str, title: str) -> None:
    head = f'<title>{stated}</title><meta property="og:title" content="{stated}">'
    assert read_page(page(headings, head), "https://a.example/").post.title == title


def test_the_title_is_not_said_again_in_a_heading_of_another_level() -> None:
    blocks = read_page(page("<h2>A walk</h2><h3>Home</h3>", "<title>A walk</title>"), "https://a.example/").post.blocks
    assert [plain_text(block.content) for block in blocks if isinstance(block, Heading)] == ["Home"]


def test_a_row_of_teasers_of_other_posts_is_dropped_and_reported() -> None:
    teasers = "".join(
        f'<div><h4><a href="/p{number}">Another post {number}</a></h4><a href="/p{number}"><img src="/{number}.jpg">'
        "</a><p>What happened on the other days, in a few words.</p></div>"
        for number in range(3)
    )
    reading = read_page(page(f"<div><h2>Other posts</h2>{teasers}</div>"), "https://a.example/")
    assert [(it.words.split()[0], it.reason) for it in reading.dropped] == [("Other", "teasers of other posts")]
    assert not any(isinstance(block, Image | Heading) for block in walk_blocks(reading.post.blocks))


def test_sections_that_begin_with_a_linked_picture_are_no_teasers() -> None:
    sections = "".join(
        f'<h2><a href="/p{number}">Stop {number}</a></h2>'
        f'<a href="/p{number}"><img src="/{number}.jpg" alt="A"></a>{WORDS}'
        for number in range(3)
    )
    blocks = read_page(page(f"<div>{sections}</div>"), "https://a.example/").post.blocks
    assert sum(isinstance(block, Heading) for block in blocks) == 3


def test_a_heading_whose_id_sounds_like_the_page_around_is_kept() -> None:
    body = '<h2 id="related-work">Related work</h2><p>Words.</p><h2 id="share">Share the load</h2><p>Words.</p>'
    headings = [
        block for block in read_page(page(body), "https://a.example/").post.blocks if isinstance(block, Heading)
    ]
    assert [plain_text(heading.content) for heading in headings] == ["Related work", "Share the load"]


def test_a_heading_loses_the_link_to_itself_and_keeps_others() -> None:
    body = (
        '<h2 id="one"><a href="#one">One</a> <a href="#one">¶</a></h2><p>Words.</p>'
        '<h2 id="two"><a href="https://b.example/">Two</a></h2><p>Words.</p>'
    )
    blocks = read_page(page(body), "https://a.example/").post.blocks
    assert Heading(2, (Text("One"),)) in blocks
    assert Heading(2, (Link("https://b.example/", (Text("Two"),)),)) in blocks


def test_lines_about_the_post_at_its_ends_are_dropped_and_named() -> None:
    head = '<title>A walk</title><meta name="author" content="Ada Lane">'
    html = page("", head).replace("<article>", "<article><div><p>By Ada Lane, 3 May 2026</p><p>4 min read</p></div>")
    reading = read_page(html.replace("</article>", "<p>Comments</p></article>"), "https://a.example/")
    words = " ".join(words_of(block) for block in reading.post.blocks)
    assert words.startswith("The path")
    assert words.endswith("apple trees.")
    kept = read_page(html, "https://a.example/", keep=["by ada"])
    assert words_of(kept.post.blocks[0]) == "By Ada Lane, 3 May 2026"


def test_a_picture_that_leads_to_its_own_file_leads_nowhere() -> None:
    body = '<a href="/s2048/hut.jpg"><img src="/s320/hut.jpg" alt="A hut"></a>'
    images = [block for block in read_page(page(body), "https://a.example/").post.blocks if isinstance(block, Image)]
    assert images == [Image("https://a.example/s2048/hut.jpg", "A hut")]


def test_a_picture_with_an_endless_name_is_no_file(tmp_path: Path) -> None:
    body = f'<img src="{"a" * 300}.png" alt="A gate"><img src="../gate.png" alt="Outside">'
    reading = read_page(page(body), "https://a.example/", folder=tmp_path)
    images = [block.source for block in reading.post.blocks if isinstance(block, Image)]
    assert images == [f"https://a.example/{'a' * 300}.png", "https://a.example/gate.png"]


def test_a_title_that_the_page_shows_goes_before_one_that_it_does_not() -> None:
    data = '{"@type": "Article", "headline": "a way to spend a morning", "name": "A walk"}'
    head = f'<script type="application/ld+json">{data}</script>'
    assert read_page(page("<h1>A walk</h1>", head), "https://a.example/").post.title == "A walk"


@pytest.mark.parametrize("site", ["The-Plot.example", "the plot"])
def test_the_name_of_the_host_is_taken_off_a_title(site: str) -> None:
    head = f'<meta property="og:title" content="A walk in winter | {site}">'
    reading = read_page(page("<p>Down.</p>", head), "https://www.the-plot.example/walk")
    assert reading.post.title == "A walk in winter"


def test_a_paragraph_that_asks_to_subscribe_is_left_out() -> None:
    asks = '<p id="newsletter-signup">Never miss a walk: sign up for our free letters.</p>'
    reading = read_page(page(f"<h2>A walk</h2>{asks}"), "https://a.example/")
    assert "a subscribe box" in [dropped.reason for dropped in reading.dropped]


def test_the_name_of_a_file_is_no_title() -> None:
    head = '<title>A walk</title><meta property="og:title" content="our-winter-walk-2">'
    assert read_page(page("<p>Down.</p>", head), "https://a.example/").post.title == "A walk"


def test_a_title_ends_where_the_heading_of_the_page_does() -> None:
    head = '<meta property="og:title" content="A walk - by Ada - The Plot">'
    assert read_page(page("<h2>A walk</h2>", head), "https://a.example/").post.title == "A walk"


def test_a_picture_for_readers_without_scripts_at_the_top_hides_nothing() -> None:
    pixel = '<noscript><img height="1" src="https://count.example/tr?id=1"></noscript>'
    reading = read_page(
        page("<h2>Home</h2>", f"<title>A walk</title>{pixel}").replace("<article>", f"{pixel}<article>")
    )
    kinds = [type(block).__name__ for block in reading.post.blocks]
    assert kinds == ["Paragraph", "Heading", "Paragraph"]


def test_a_banner_that_is_never_closed_does_not_take_the_post_with_it() -> None:
    menu = "".join(f'<li><a href="/{number}">Page number {number}</a></li>' for number in range(60))
    banner = f'<div class="cookie-banner"><nav><ul>{menu}</ul></nav>{WORDS}'
    ending = "<p>Then we sat down until the light was gone.</p>"
    reading = read_page(f"<html><body><article>{banner}</div>{ending}</article></body></html>")
    assert [words_of(block).split()[0] for block in reading.post.blocks] == ["The", "Then"]


def test_addresses_that_are_none_break_nothing() -> None:
    head = (
        '<title>A walk</title><link rel="canonical" href="http://[a]/"><meta property="og:image" content="http://[b">'
    )
    body = '<p><a href="http://[c]/">Words</a> <img src="http://[d]/e.png" alt="E"></p><base href="http://[f]/">'
    post = read_page(page(body, head), "https://a.example/post").post
    assert post.url == "https://a.example/post"
    assert "[d]" not in str(post.blocks)


AROUND = f"""<html lang='en'><head><title>A walk</title></head><body>
<nav><a href='/'>Home</a> <a href='/boats'>Boats</a></nav>
<main><article><h1>A walk</h1>{WORDS}<p>And home again, before it was dark.</p></article></main>
<div class='x1'><h3>Our next walk</h3><p>We meet at the gate at nine. <a href='/map'>A map</a></p></div>
<section class='comments'><p>I came along as well, with my aunt.</p></section></body></html>"""


def test_what_stands_around_the_post_is_named() -> None:
    dropped = [(it.words, it.reason) for it in read_page(AROUND, "https://a.example/").dropped]
    assert dropped == [
        ("Home Boats", "navigation"),
        ("Our next walk We meet at the gate at nine. A map", "outside the post"),
        ("I came along as well, with my aunt.", "comments"),
    ]


def test_what_stands_around_the_post_can_be_kept() -> None:
    reading = read_page(AROUND, "https://a.example/", keep=["our next walk"])
    assert [words_of(block) for block in reading.post.blocks[-2:]] == [
        "Our next walk",
        "We meet at the gate at nine. A map",
    ]
    assert not any("Our next walk" in it.words for it in reading.dropped)


def test_a_link_before_the_post_is_kept_where_it_leads_to_another_site() -> None:
    head = '<title>A walk</title><link rel="canonical" href="https://a.example/walk">'
    html = page("", head).replace(
        "<article>",
        '<article><ul><li><a href="/">Home</a></li><li><a href="/boats">Boats</a></li></ul>'
        '<p><a href="https://pod.example/1">Listen to the episode</a></p>',
    )
    html = html.replace("</article>", '<ul><li><a href="/">Home</a></li><li><a href="/b">B</a></li></ul></article>')
    words = [words_of(block) for block in read_page(html, "https://a.example/walk").post.blocks]
    assert words[0] == "Listen to the episode"
    assert len(words) == 3
