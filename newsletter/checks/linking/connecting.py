"""Connections to one origin: its address checked, its certificate verified, few requests at once."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from newsletter import __version__
from newsletter.checks.linking.answers import Answer, State
from newsletter.checks.linking.unpacking import read_body
from newsletter.checks.linking.wire import Wire
from newsletter.decoding import decode_html
from newsletter.errors import HostError, PrivateHostError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsletter.checks.linking.limits import Limits

HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; newsletter/{__version__}; checks the links of a newsletter)",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip",
}
MAX_ADDRESSES = 3
# OpenSSL's X509_V_ERR_…, by number (x509_vfy.h).
CERTIFICATE_FAULTS = {
    9: "is not valid yet",
    10: "has expired",
    18: "is signed by the site itself",
    19: "comes from an authority that browsers don't know",
    20: "comes from an authority that browsers don't know, or the site leaves out a certificate between",
    21: "cannot be verified: the site leaves out a certificate between",
    62: "is for another host",
    64: "is for another address",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What one request gave; `body` as far as it was asked for and came, `is_whole` where that was to its end."""

    url: httpx.URL
    method: str
    status: int
    headers: httpx.Headers
    body: bytes = b""
    is_whole: bool = True

    @property
    def media_type(self) -> str:
        """The type in Content-Type, in lower case."""
        return str(self.headers.get("Content-Type", "")).split(";")[0].strip().lower()

    @property
    def is_page(self) -> bool:
        """Whether it is HTML."""
        looks_so = not self.media_type and self.body[:512].lstrip().lower().startswith((b"<!doctype html", b"<html"))
        return self.media_type in {"text/html", "application/xhtml+xml"} or looks_so

    @property
    def text(self) -> str:
        """The body as text."""
        charset = self.headers.get("Content-Type", "").lower().partition("charset=")[2]
        return decode_html(self.body, charset.split(";")[0].strip(" \"'"))


def request_of(method: str, url: httpx.URL, headers: Mapping[str, str]) -> httpx.Request:
    """Make a request; httpx cannot write the Host of every address that browsers take, such as ☕.example."""
    return httpx.Request(method, url, headers={"Host": url.netloc.decode("ascii"), **headers})


class Origin:
    """One scheme, host and port: looked up once, and asked by few requests at once."""

    def __init__(self, url: httpx.URL, limits: Limits, trust: Trust) -> None:
        """Prepare; nothing is looked up yet."""
        self._host = url.raw_host.decode("ascii").strip("[]").rstrip(".")
        self._is_secure = url.scheme == "https"
        self._port = url.port or (443 if self._is_secure else 80)
        self._limits = limits
        self._trust = trust
        self._turns = asyncio.Semaphore(limits.per_host)
        self._wire: asyncio.Task[Wire] | None = None

    async def request(self, method: str, url: httpx.URL, headers: Mapping[str, str], room: int) -> Reply | Answer:
        """Send one request and read at most `room` bytes of its answer's body; an Answer says why there is none."""
        async with self._turns, self._limits.turns:
            try:
                return await self._send(method, url, headers, room)
            except (TimeoutError, httpx.TimeoutException):
                reason = f"It did not answer within {self._limits.seconds:g} seconds"
            except PrivateHostError:
                reason = f"{self._host} is not on the public internet; --allow-private asks it all the same"
                return Answer(State.UNCHECKED, reason)
            except HostError as error:
                reason = f"{error.message[:1].upper()}{error.message[1:]}"
            except httpx.ConnectError as error:
                return _explain(error, self._host)
            except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
                # The server hangs up, or says what is not HTTP.
                reason = f"It does not answer as a website should ({str(error) or 'the connection broke'})".rstrip(".")
                return Answer(State.BROKEN, reason, may_pass=True)
            return Answer(State.BROKEN, reason)

    async def _send(self, method: str, url: httpx.URL, headers: Mapping[str, str], room: int) -> Reply:
        self._wire = self._wire or asyncio.create_task(self._find())
        async with asyncio.timeout(self._limits.seconds):
            wire = await asyncio.shield(self._wire)
            request = request_of(method, url, {**HEADERS, **headers})
            request.extensions = {"timeout": {"connect": self._limits.seconds}}
            response = await wire.handle_async_request(request)
        try:
            body, is_whole = await read_body(response, room if method == "GET" else 0, self._limits.seconds)
        finally:
            await response.aclose()
        return Reply(url, method, response.status_code, response.headers, body, is_whole)

    async def _find(self) -> Wire:
        """Look the host up, and refuse what only this machine can see: connections go to these addresses only."""
        is_allowed = (lambda _address: True) if self._limits.allow_private else self._limits.is_public
        addresses = await asyncio.to_thread(self._limits.look_up, self._host, self._port)
        if not all(map(is_allowed, addresses)):
            raise PrivateHostError(self._host)
        return Wire(addresses[:MAX_ADDRESSES], self._port, self._trust.tls if self._is_secure else None, self._host)

    async def close(self) -> None:
        """Close the connections."""
        if self._wire is None:
            return
        if not self._wire.done():
            self._wire.cancel()
        elif not self._wire.cancelled() and not self._wire.exception():
            await self._wire.result().aclose()


class Trust:
    """What certificates are verified with: as browsers do, or as said. Loading authorities takes a while: only once."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        """Keep what was said."""
        self._tls = tls

    @property
    def tls(self) -> ssl.SSLContext:
        """The context, loaded where the first https address wants it."""
        self._tls = self._tls or httpx.create_ssl_context(trust_env=True)
        return self._tls


def _explain(error: BaseException, host: str) -> Answer:
    """Say why there is no connection: by its certificate where that is it."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            fault = CERTIFICATE_FAULTS.get(cause.verify_code, f"is not valid ({cause.verify_message})")
            return Answer(State.BROKEN, f"The certificate of {host} {fault}", certificate=fault)
        if isinstance(cause, ssl.SSLError):
            return Answer(State.BROKEN, f"{host} does not speak TLS that browsers accept ({cause.reason or cause})")
        cause = cause.__cause__ or cause.__context__
    return Answer(State.BROKEN, f"{host} does not take the connection")
