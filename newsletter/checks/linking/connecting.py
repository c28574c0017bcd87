"""Connections to one origin: its address checked, its certificate verified, few requests at once."""

from __future__ import annotations

import asyncio
import ssl
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from newsletter import __version__
from newsletter.checks.linking.answers import Answer, State
from newsletter.decoding import decode_html
from newsletter.errors import HostError, PrivateHostError
from newsletter.hosts import find_addresses, find_public_addresses

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from newsletter.checks.linking.limits import Limits

HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; newsletter/{__version__}; checks the links of a newsletter)",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip",
}
MAX_ADDRESSES = 3
# httpcore closes a connection whose handshake it gives up itself, and leaves open one that is cancelled from outside.
CONNECT_SHARE = 0.9
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


class Origin:
    """One scheme, host and port: looked up once, asked by few requests at once, each over a connection of its own."""

    def __init__(self, url: httpx.URL, limits: Limits, tls: ssl.SSLContext) -> None:
        """Prepare; nothing is looked up yet."""
        self._host = url.host
        self._raw_host = url.raw_host.decode("ascii").strip("[]")
        self._port = url.port or (443 if url.scheme == "https" else 80)
        self._limits = limits
        self._turns = asyncio.Semaphore(limits.per_host)
        self._transport = httpx.AsyncHTTPTransport(verify=tls, trust_env=False)
        self._lookup: asyncio.Task[tuple[str, ...]] | None = None

    async def request(self, method: str, url: httpx.URL, headers: Mapping[str, str], room: int) -> Reply | Answer:
        """Send one request and read at most `room` bytes of its answer's body; an Answer says why there is none."""
        async with self._turns, self._limits.turns:
            try:
                return await self._send_to_first(method, url, headers, room)
            except (TimeoutError, httpx.TimeoutException):
                reason = f"It did not answer within {self._limits.seconds:g} seconds"
            except PrivateHostError:
                reason = f"{self._host} is not on the public internet; --allow-private asks it all the same"
                return Answer(State.UNCHECKED, reason)
            except HostError as error:
                reason = f"{error.message[:1].upper()}{error.message[1:]}"
            except httpx.ConnectError as error:
                return _explain(error, self._host)
            except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError, ValueError) as error:
                # The server hangs up, or says what is not HTTP.
                reason = f"It does not answer as a website should ({str(error) or 'the connection broke'})".rstrip(".")
            return Answer(State.BROKEN, reason)

    async def _send_to_first(self, method: str, url: httpx.URL, headers: Mapping[str, str], room: int) -> Reply:
        """Send to the first of the host's addresses that takes the connection."""
        self._lookup = self._lookup or asyncio.create_task(self._find())
        async with asyncio.timeout(self._limits.seconds):
            addresses = (await asyncio.shield(self._lookup))[:MAX_ADDRESSES]
        for address in addresses[:-1]:
            try:
                return await self._send(method, url, headers, (address, room))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._send(method, url, headers, (addresses[-1], room))

    async def _find(self) -> tuple[str, ...]:
        find = find_addresses if self._limits.allow_private else find_public_addresses
        return await asyncio.to_thread(find, self._raw_host, self._port)

    async def _send(self, method: str, url: httpx.URL, headers: Mapping[str, str], to: tuple[str, int]) -> Reply:
        """Send to the very address that was checked; the host's name goes into Host and into TLS."""
        address, room = to
        request = httpx.Request(
            method,
            url.copy_with(host=address, userinfo=b"", fragment=None),
            headers={"Host": url.copy_with(userinfo=b"").netloc.decode("ascii"), **HEADERS, **headers},
            extensions={"sni_hostname": self._raw_host, "timeout": {"connect": self._limits.seconds * CONNECT_SHARE}},
        )
        async with asyncio.timeout(self._limits.seconds):
            response = await self._transport.handle_async_request(request)
        try:
            body, is_whole = await self._read(response, room if method == "GET" else 0)
        finally:
            await response.aclose()
        return Reply(url, method, response.status_code, response.headers, body, is_whole)

    async def _read(self, response: httpx.Response, room: int) -> tuple[bytes, bool]:
        """Read a body up to `room` bytes, and say whether that is all; what breaks off counts as far as it came."""
        body = bytearray()
        try:
            async with asyncio.timeout(self._limits.seconds):
                async for chunk in _unpacked(response, room):
                    body += chunk
                    if len(body) > room:
                        return bytes(body[:room]), False
        except (TimeoutError, httpx.HTTPError, zlib.error):
            return bytes(body), False
        return bytes(body), True

    async def close(self) -> None:
        """Close the connections."""
        if self._lookup and not self._lookup.done():
            self._lookup.cancel()
        await self._transport.aclose()


async def _unpacked(response: httpx.Response, room: int) -> AsyncIterator[bytes]:
    """Yield a body without its gzip; never more than `room` and a chunk, so that a bomb has no room to go off."""
    stream = response.stream
    if not room or not isinstance(stream, httpx.AsyncByteStream):
        return
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    unpack = zlib.decompressobj(47) if coding in {"gzip", "x-gzip", "deflate"} else None
    async for chunk in stream:
        yield unpack.decompress(chunk, room + 1) if unpack else chunk


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
