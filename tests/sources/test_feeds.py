"""Feeds, sound and ill-formed: every entry comes through whole."""

from __future__ import annotations

import json

import pytest

from newsletter.errors import SourceError
from newsletter.sources.feeds import choose_entry, is_feed, read_feed

URL = "https://blog.example.org/feed.xml"
WORDS = "The path goes down to the water, past the wall. " * 8


MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'


def rss(items: str, *, head: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    channel = f"<channel><title>t</title><language>en-GB</language>{items}</channel>"
    return f'{head}<rss version="2.0" {space}>{channel}</rss>'.encode()


def item(body: str, title: str = "A walk", guid: str = "<guid>g1</guid>") -> str:
    link = "<link>https://blog.example.org/walk</link>"
    return f"<item><title>{title}</title>{link}{guid}<pubDate>Fri, 01 May 2026 08:00:00 GMT</pubDate>{body}</item>"


def content(html: str) -> str:
    return f"<content:encoded><![CDATA[{html}]]></content:encoded>"


def test_rss() -> None:
    (entry,) = read_feed(
        rss(item(f"<dc:creator>Ada</dc:creator><description>Short</description>{content(f'<p>{WORDS}</p>')}")), URL
    )
    assert (entry.title, entry.author, str(entry.date), entry.language) == ("A walk", "Ada", "2026-05-01", "en-GB")
    assert WORDS.strip() in entry.html
    assert entry.url == "https://blog.example.org/walk"
    assert not entry.needs_page


def test_atom_with_relative_links() -> None:
    body = f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{WORDS}<a href="map.html">Karte</a></p></div>'
    data = f"""<?xml version="1.0"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example.org/posts/" xml:lang="de"><title>t</title>
    <entry><title type="html">Früh &amp;amp; still</title><id>tag:blog.example.org,2026:1</id><link href="walk.html"/>
    <updated>2026-05-01T08:00:00Z</updated><author><name>Ada</name></author>
    <content type="xhtml">{body}</content></entry></feed>""".replace("\n    <feed", "<feed")
    (entry,) = read_feed(data.encode(), URL)
    assert (entry.title, entry.url, entry.author) == ("Früh & still", "https://blog.example.org/posts/walk.html", "Ada")
    assert 'href="https://blog.example.org/posts/map.html"' in entry.html


def test_json_feed() -> None:
    items = [
        {
            "id": "2",
            "url": "/b",
            "title": "B",
            "content_html": f"<p>{WORDS}</p>",
            "date_published": "2026-05-02T08:00:00Z",
        },
        {"id": "1", "url": "/a", "content_text": "One.\n\nTwo < three.", "authors": [{"name": "Ada"}]},
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "t", "language": "fr", "items": items}
    data = json.dumps(feed).encode()
    assert is_feed(data)
    newest, other = read_feed(data, "https://blog.example.org/feed.json")
    assert (newest.url, str(newest.date), newest.language) == ("https://blog.example.org/b", "2026-05-02", "fr")
    assert (other.html, other.author) == ("<p>One.</p><p>Two &lt; three.</p>", "Ada")


@pytest.mark.parametrize(
    "named",
    [
        '<enclosure url="https://blog.example.org/p.jpg" type="image/jpeg" length="1"/>',
        f'<media:content {MEDIA} url="https://blog.example.org/p.jpg" medium="image"/>',
        f'<media:thumbnail {MEDIA} url="https://blog.example.org/p.jpg"/>',
    ],
)
def test_the_picture_that_stands_for_an_entry(named: str) -> None:
    (entry,) = read_feed(rss(item(f"<description>Short</description>{named}")), URL)
    assert entry.image == "https://blog.example.org/p.jpg"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            rss(item(content(f"<p>{WORDS}</p>")).replace("A walk", "A&nbsp;walk &eacute; & more")), id="entities"
        ),
        pytest.param(rss(item(content(f"<p>{WORDS}’</p>"))).decode().encode("windows-1252"), id="wrong encoding"),
        pytest.param(
            rss(item(content(f"<p>{WORDS}’</p>")), head='<?xml version="1.0" encoding="iso-8859-1"?>')
            .decode()
            .encode("windows-1252"),
            id="windows-1252 called iso-8859-1",
        ),
        pytest.param(rss(item(content(f"<p>{WORDS}</p>"), guid="")), id="no guid"),
        pytest.param(rss(item(content(f"<p>{WORDS}</p>")) + "<item><title>unclosed"), id="unclosed"),
        pytest.param(rss(item(f"<description>&lt;p&gt;{WORDS}&lt;/p&gt;</description>")), id="escaped description"),
        pytest.param(b"\n\n  " + rss(item(content(f"<p>{WORDS}</p>"))), id="space before the declaration"),
        pytest.param(rss(item(content(f"<p>{WORDS}\x0b\x01</p>"))), id="control characters"),
    ],
)
def test_an_ill_formed_feed_comes_through_whole(data: bytes) -> None:
    entry = next(entry for entry in read_feed(data, URL) if entry.url)
    assert WORDS.strip() in " ".join(entry.html.split())
    assert "walk" in entry.title
    assert "\ufffd" not in entry.html


@pytest.mark.parametrize("end", ["<a href='/walk'>Read more</a>", "Continue reading →", "[…]", "Weiterlesen…"])
def test_a_beginning_means_that_the_page_is_needed(end: str) -> None:
    (entry,) = read_feed(rss(item(content(f"<p>{WORDS} {end}</p>"))), URL)
    assert entry.needs_page


def test_entries_are_chosen_by_number_guid_and_address() -> None:
    second = (
        item(content("<p>x</p>"), "B", "<guid isPermaLink='false'>g2</guid>")
        .replace("01 May", "02 May")
        .replace("walk<", "b<")
    )
    entries = read_feed(rss(item(content("<p>x</p>")) + second), URL)
    assert [choose_entry(entries, name).title for name in ("1", "2", "g2", "g1", "https://blog.example.org/b")] == [
        "B",
        "A walk",
        "B",
        "A walk",
        "B",
    ]
    with pytest.raises(SourceError, match="g9"):
        choose_entry(entries, "g9")


def test_a_page_is_no_feed_and_an_empty_feed_is_named() -> None:
    assert not is_feed(b"<!DOCTYPE html><html><body>rss</body></html>")
    assert is_feed(rss(""))
    with pytest.raises(SourceError, match="no entries"):
        read_feed(rss(""), URL)
