"""What is fetched, and what never is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsletter.errors import FetchError
from newsletter.hosts import find_public_addresses
from newsletter.sources.fetching import Fetcher
from tests.standins.site import Answer, Site

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def site() -> Iterator[Site]:
    with Site({"/post": Answer(b"<p>Words</p>"), "/secret": Answer(b"the router's password")}) as server:
        yield server


def look_up(host: str, port: int) -> tuple[str, ...]:
    """Two names of the world lead to the server of the test, as a name server would say; all others are looked up."""
    return ("127.0.0.1",) if host.endswith(".blog.example") else find_public_addresses(host, port)


def port_of(site: Site) -> str:
    return site.url.rpartition(":")[2]


def test_the_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    with Fetcher(look_up=look_up) as fetcher:
        fetched = fetcher.fetch(f"http://ada.blog.example:{port_of(site)}/post")
    assert fetched.data == b"<p>Words</p>"
    assert fetched.url == f"http://ada.blog.example:{port_of(site)}/post"


def test_each_address_of_a_host_is_tried_in_turn(site: Site) -> None:
    def two(_host: str, _port: int) -> tuple[str, ...]:
        return ("127.0.0.2", "127.0.0.1")

    with Fetcher(look_up=two) as fetcher:
        assert fetcher.fetch(f"http://ada.blog.example:{port_of(site)}/post").data == b"<p>Words</p>"


def test_a_host_that_no_address_leads_to_is_named(site: Site) -> None:
    def two(_host: str, _port: int) -> tuple[str, ...]:
        return ("127.0.0.3", "127.0.0.2")

    with Fetcher(look_up=two) as fetcher, pytest.raises(FetchError, match="Cannot fetch it"):
        fetcher.fetch(f"http://ada.blog.example:{port_of(site)}/post")
    assert site.requests == []


def test_a_redirect_from_one_public_host_to_another_is_followed(site: Site) -> None:
    there = f"http://bob.blog.example:{port_of(site)}/post"
    site.answers["/moved"] = Answer(status=302, headers={"Location": there})
    with Fetcher(look_up=look_up) as fetcher:
        assert fetcher.fetch(f"http://ada.blog.example:{port_of(site)}/moved").url == there


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0x7f.1"])
def test_a_redirect_from_a_public_host_to_this_machine_is_refused(site: Site, host: str) -> None:
    site.answers["/post"] = Answer(status=302, headers={"Location": f"http://{host}:{port_of(site)}/secret"})
    with Fetcher(look_up=look_up) as fetcher, pytest.raises(FetchError, match=r"not on the public internet|no host"):
        fetcher.fetch(f"http://ada.blog.example:{port_of(site)}/post")
    assert site.requests == ["/post"]


def test_a_name_that_changes_its_mind_is_asked_before_every_connection(site: Site) -> None:
    """A name that was public when it was first asked, and leads into the network when it redirects to itself."""
    answers = iter([("127.0.0.1",)])

    def change(host: str, port: int) -> tuple[str, ...]:
        return next(answers, None) or find_public_addresses(host.replace("ada.blog.example", "10.0.0.1"), port)

    site.answers["/post"] = Answer(status=302, headers={"Location": "/secret"})
    with Fetcher(look_up=change) as fetcher, pytest.raises(FetchError, match="not on the public internet"):
        fetcher.fetch(f"http://ada.blog.example:{port_of(site)}/post")
    assert site.requests == ["/post"]


def test_a_body_that_drips_for_ever_ends(site: Site) -> None:
    site.answers["/post"] = Answer(fault="drip")
    with (
        Fetcher(allow_private=True, total_seconds=0.3) as fetcher,
        pytest.raises(FetchError, match="does not come to an end"),
    ):
        fetcher.fetch(f"{site.url}/post")
