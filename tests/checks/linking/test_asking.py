"""How the web is asked: whom never, how often, how many at once."""

from __future__ import annotations

import asyncio
import os
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsletter.checks.linking.answers import State
from newsletter.checks.linking.cache import Cache
from newsletter.checks.linking.checker import ask_links
from newsletter.checks.linking.collecting import Reference
from newsletter.checks.linking.limits import Limits
from newsletter.errors import HostError
from tests.standins.hardsites import serve_with
from tests.standins.linkcases import to
from tests.standins.linkcases.case import GOOD, raw
from tests.standins.linksite import LinkSite, in_turn, reply, says
from tests.threads import in_own_thread

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator, Mapping

    from newsletter.checks.linking.answers import Answer
    from tests.standins.certificates import Certificates
    from tests.standins.linksite import Asked

# Two hosts of this machine; tests say which of them counts as public.
HERE, INSIDE = "127.0.0.1", "127.0.0.2"


@pytest.fixture
def site() -> Iterator[LinkSite]:
    with LinkSite({"/ok": GOOD}) as site:
        yield site


def ask(*links: str, limits: Limits | None = None, tls: ssl.SSLContext | None = None) -> dict[str, Answer]:
    references = [Reference(link) for link in links]
    return in_own_thread(ask_links, references, limits or Limits(allow_private=True), Cache(), tls=tls)


def named(hosts: Mapping[str, str], public: tuple[str, ...] = (HERE,)) -> Limits:
    """Look hosts up in a table in place of DNS; only these addresses are public."""

    def look_up(host: str, _port: int) -> tuple[str, ...]:
        if host not in hosts:
            raise HostError(f"there is no host {host}")
        return (hosts[host],)

    return Limits(look_up=look_up, is_public=lambda address: address in public)


def test_a_private_address_is_refused_after_its_name_was_looked_up(site: LinkSite) -> None:
    link = f"http://router.example:{site.port}/ok"
    (answer,) = ask(link, limits=named({"router.example": HERE}, public=())).values()
    assert answer.state is State.UNCHECKED
    assert "not on the public internet" in answer.reason
    assert not site.asked


@pytest.mark.parametrize("address", [INSIDE, "router.example"])
@pytest.mark.parametrize("steps", [1, 3])
def test_a_redirect_to_a_private_address_is_not_followed(site: LinkSite, address: str, steps: int) -> None:
    with LinkSite({"/admin": GOOD}, address=INSIDE) as inside:
        for step in range(1, steps):
            site.paths[f"/{step}"] = to(302, f"/{step + 1}")
        site.paths[f"/{steps}"] = to(302, f"http://{address}:{inside.port}/admin")
        hosts = {"example.org": HERE, "router.example": INSIDE, INSIDE: INSIDE}
        (answer,) = ask(f"http://example.org:{site.port}/1", limits=named(hosts)).values()
        assert answer.state is State.UNCHECKED
        assert "not on the public internet" in answer.reason
        assert not inside.asked
        assert site.asked.total() == steps


def test_one_private_address_of_several_is_enough_to_refuse(site: LinkSite) -> None:
    limits = Limits(look_up=lambda _host, _port: (HERE, INSIDE), is_public=lambda address: address == HERE)
    (answer,) = ask(f"http://example.org:{site.port}/ok", limits=limits).values()
    assert answer.state is State.UNCHECKED
    assert not site.asked


def test_the_real_guard_refuses_what_only_this_machine_sees(site: LinkSite) -> None:
    hosts = ("127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]", "0.0.0", "169.254.1.1")
    answers = ask(*(f"http://{host}:{site.port}/ok" for host in hosts), limits=Limits())
    assert {answer.state for answer in answers.values()} == {State.UNCHECKED}
    assert not site.asked


def test_a_name_beyond_ascii_is_asked_as_dns_writes_it(site: LinkSite) -> None:
    heard = []

    async def listen(asked: Asked) -> bytes:
        heard.append(asked.head)
        return reply(200)

    site.paths["/"] = listen
    limits = named({"xn--mnchen-3ya.example": HERE, "xn--53h.example": HERE})
    links = (f"http://münchen.example:{site.port}", f"http://☕.example:{site.port}/")
    assert all(answer.is_good for answer in ask(*links, limits=limits).values())
    assert {f"host: xn--mnchen-3ya.example:{site.port}" in head.lower() for head in heard} == {True, False}


def test_an_address_is_asked_once_however_it_is_written(site: LinkSite) -> None:
    site.paths["/"] = GOOD
    host = f"{HERE}:{site.port}"
    links = (f"http://{host}", f"HTTP://{host}/", f"http://{host}/#top", f" http://{host}/ ", f"http:\\\\{host}")
    assert all(answer.is_good for answer in ask(*links).values())
    assert site.asked == {"/": 1}


def test_retry_after_is_waited_for_once(site: LinkSite) -> None:
    site.paths |= {
        "/soon": in_turn(says(503, b"", "Retry-After: 1"), GOOD),
        "/never": says(503, b"", "Retry-After: 1"),
        "/tomorrow": says(429, b"", "Retry-After: 86400"),
    }
    started = time.monotonic()
    answers = ask(*(f"{site.url}/{name}" for name in ("soon", "never", "tomorrow")))
    assert [answer.state for answer in answers.values()].count(State.WORKS) == 1
    assert site.asked == {"/soon": 2, "/never": 2, "/tomorrow": 1}
    assert time.monotonic() - started >= 1


def test_few_requests_at_once_reach_a_host_and_all_hosts_together(site: LinkSite) -> None:
    async def slowly(_asked: Asked) -> bytes:
        await asyncio.sleep(0.02)
        return reply(200)

    site.paths |= {f"/{number}": slowly for number in range(40)}
    assert all(answer.is_good for answer in ask(*(f"{site.url}/{number}" for number in range(40))).values())
    assert site.most_at_once == Limits().per_host == 6


def test_one_odd_site_costs_no_other_its_answer(site: LinkSite) -> None:
    def look_up(host: str, _port: int) -> tuple[str, ...]:
        if host == "odd.example":
            raise RuntimeError("the name server has lost its mind")
        return (HERE,)

    odd, good = f"http://odd.example:{site.port}/ok", f"http://example.org:{site.port}/ok"
    answers = ask(odd, good, limits=Limits(look_up=look_up, allow_private=True))
    assert answers[good].is_good
    assert answers[odd].state is State.UNCHECKED
    assert "lost its mind" in answers[odd].reason


def test_connections_are_kept_for_the_next_request(site: LinkSite) -> None:
    chunked = says(200, b"3\r\nabc\r\n0\r\n\r\n", "Transfer-Encoding: chunked")
    site.paths |= {f"/{number}": chunked if number % 2 else GOOD for number in range(60)}
    assert all(answer.is_good for answer in ask(*(f"{site.url}/{number}" for number in range(60))).values())
    assert site.connections <= Limits().per_host


def test_a_connection_that_the_server_closed_costs_no_answer(site: LinkSite) -> None:
    last = says(200, headers="Connection: keep-alive")

    async def once(asked: Asked) -> None:
        asked.writer.write(await last(asked) or b"")
        await asked.writer.drain()

    site.paths |= {f"/{number}": once for number in range(30)}
    assert all(answer.is_good for answer in ask(*(f"{site.url}/{number}" for number in range(30))).values())


def test_the_next_address_of_a_host_is_tried_where_the_first_refuses(site: LinkSite) -> None:
    limits = Limits(look_up=lambda _host, _port: ("127.0.0.7", HERE), is_public=lambda _address: True)
    assert all(answer.is_good for answer in ask(f"http://example.org:{site.port}/ok", limits=limits).values())


def test_http_is_reported_where_https_gives_the_page_too(certificates: Certificates, trust: ssl.SSLContext) -> None:
    # Addresses of this process alone: several may want these ports at once.
    own = [f"127.{os.getpid() % 199 + 2}.{os.getpid() // 199 % 255}.{number}" for number in (1, 2, 3)]
    hosts = dict(zip(("both.example", "plain.example", "bad.example"), own, strict=True))
    good, bad = (serve_with(certificates.sites[name]) for name in ("both", "other-host"))
    try:
        with (
            LinkSite({"/ok": GOOD, "/gone": says(404)}, address=own[0], port=80),
            LinkSite({"/ok": GOOD}, good, address=own[0], port=443),
            LinkSite({"/ok": GOOD}, address=own[1], port=80),
            LinkSite({"/ok": GOOD}, address=own[2], port=80),
            LinkSite({"/ok": GOOD}, bad, address=own[2], port=443),
        ):
            links = [f"http://{host}/ok" for host in hosts]
            limits = named(hosts, public=tuple(own))
            answers = ask(*links, "http://both.example/gone", limits=limits, tls=trust)
    except OSError as error:
        pytest.skip(f"nobody may listen on ports 80 and 443 here ({error})")
    assert [answers[link].secure for link in links] == ["https://both.example/ok", "", ""]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=300), st.text(alphabet="HTP/1. 2034\r\n:;abcL-", max_size=120).map(str.encode)))
def test_whatever_a_server_says_there_is_an_answer(site: LinkSite, data: bytes) -> None:
    site.paths["/odd"] = raw(data)
    (answer,) = ask(f"{site.url}/odd", limits=Limits(seconds=1, pause_seconds=0, allow_private=True)).values()
    assert answer.state in {State.WORKS, State.BROKEN, State.UNCHECKED}
