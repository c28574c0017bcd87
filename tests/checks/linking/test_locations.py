"""What stands in an href, as browsers read it."""

from __future__ import annotations

import contextlib

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.linking.locations import is_on_web, read_location, split_fragment


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
        (" \n https://example.org/a \t", "https://example.org/a"),
        ("https://example.org/a\n  b", "https://example.org/a%20%20b"),
        ("https:example.org/a", "https://example.org/a"),
        ("https:/example.org/a", "https://example.org/a"),
        ("https:\\\\example.org\\a", "https://example.org/a"),
        ("//example.org/a", "https://example.org/a"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://MÜNCHEN.example/", "https://xn--mnchen-3ya.example/"),
        ("https://xn--mnchen-3ya.example/", "https://xn--mnchen-3ya.example/"),
        ("https://☕.example/", "https://xn--53h.example/"),
        ("https://例え.example/", "https://xn--r8jz45g.example/"),
        ("https://example.org/schön?q=grün", "https://example.org/sch%C3%B6n?q=gr%C3%BCn"),
        ("https://example.org/sch%C3%B6n", "https://example.org/sch%C3%B6n"),
        ("https://[::1]:8000/a", "https://[::1]:8000/a"),
        ("https://me:secret@example.org/", "https://me:secret@example.org/"),
    ],
)
def test_an_address_is_read_as_browsers_read_it(href: str, address: str) -> None:
    url = read_location(href)
    assert url is not None
    # httpx leaves passwords out of what it shows.
    assert str(url).replace("[secure]", "secret") == address


@pytest.mark.parametrize(
    "href",
    [
        *("", "#part", "/hours", "hours.html", "www.example.org", "?page=2"),
        *("mailto:a@example.org", "tel:+442079460000", "sms:+4420", "javascript:void(0)", "data:text/plain,x", "cid:a"),
        *("whatsapp://send?text=x", "geo:52.5,13.4", "webcal://example.org/a.ics", "ftp://example.org/", "file:///a"),
    ],
)
def test_what_is_no_address_of_the_web_is_not_asked(href: str) -> None:
    assert read_location(href) is None
    assert not is_on_web(href)


@pytest.mark.parametrize(
    "href",
    [
        *(
            "http://",
            "https:///",
            "http://[::1",
            "http://:80/",
            "http://example.org:99999/",
            "http://example.org:port/",
        ),
        *("http://exa mple.org/", "http://exa%20mple.org/"),
    ],
)
def test_what_browsers_cannot_read_either_is_malformed(href: str) -> None:
    with pytest.raises((httpx.InvalidURL, ValueError)):
        read_location(href)
    assert is_on_web(href)


@pytest.mark.parametrize(
    ("fragment", "name"),
    [
        *(("part", "part"), ("%C3%BCber", "%C3%BCber"), ("über", "%C3%BCber"), ("a:~:text=words", "a")),
        *(("", ""), ("top", ""), ("TOP", ""), (":~:text=words", ""), ("/about", ""), ("!/about", ""), ("t=30", "")),
        *(("topics", "topics"), ("100%25", "100%25")),
    ],
)
def test_a_fragment_is_a_part_to_look_up_or_nothing(fragment: str, name: str) -> None:
    url = read_location(f"https://example.org/a#{fragment}")
    assert url is not None
    assert split_fragment(url) == ("https://example.org/a", name)


@given(st.one_of(st.text(), st.text().map(lambda text: f"https://{text}"), st.text().map(lambda it: f"http://a/{it}")))
def test_whatever_stands_in_an_href_is_read_or_refused(href: str) -> None:
    with contextlib.suppress(httpx.InvalidURL, ValueError, UnicodeError):
        url = read_location(href)
        assert url is None or (url.host and split_fragment(url)[0])
