"""Fetching from the web without being led to places that only this machine can see."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import httpx

from newsletter import __version__
from newsletter.errors import FetchError, HostError
from newsletter.hosts import find_public_addresses

if TYPE_CHECKING:
    from types import TracebackType

USER_AGENT = f"newsletter/{__version__} (makes an email newsletter from a post, on behalf of its writer)"
MAX_BYTES = 10 * 1024 * 1024
MAX_REDIRECTS = 5
TIMEOUT_SECONDS = 10.0
TOTAL_SECONDS = 30.0
# Of a host that does not answer: as many as can be waited for in the whole time.
MAX_ADDRESSES = 3
# A host and a port → the addresses to try.
LookUp = Callable[[str, int], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its final address after redirects, its media type, charset (may be empty) and bytes."""

    url: str
    media_type: str
    charset: str
    data: bytes


class PublicOnly(httpx.BaseTransport):
    """Connects to public addresses only, and to the very address that was checked.

    A name is looked up once, here; the connection then goes to one of these addresses, the first that can be reached,
    so that a second answer of the name server cannot lead elsewhere (DNS rebinding). The name still goes into Host
    and into TLS.
    """

    def __init__(self, transport: httpx.BaseTransport, look_up: LookUp = find_public_addresses) -> None:
        """Wrap the transport that does the work. `look_up` gives a host's public addresses, or raises HostError."""
        self._transport = transport
        self._look_up = look_up

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, redirects included: each comes through here."""
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        try:
            *others, last = self._look_up(request.url.host, port)[:MAX_ADDRESSES]
        except HostError as error:
            raise httpx.ConnectError(error.message) from error
        for address in others:
            with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return self._transport.handle_request(_lead_to(address, request))
        return self._transport.handle_request(_lead_to(last, request))

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()


def _lead_to(address: str, request: httpx.Request) -> httpx.Request:
    """Make a request go to an address that was checked; its headers hold the name in Host already."""
    url = request.url
    extensions = {**request.extensions, "sni_hostname": url.host}
    return httpx.Request(
        request.method,
        url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions=extensions,
    )


class Fetcher:
    """Fetches pages and pictures; use it as a context manager."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        look_up: LookUp = find_public_addresses,
        total_seconds: float = TOTAL_SECONDS,
    ) -> None:
        """Refuse private addresses unless `allow_private`; `look_up` says which addresses a host has."""
        transport: httpx.BaseTransport = httpx.HTTPTransport(trust_env=False)
        self._total_seconds = total_seconds
        self._client = httpx.Client(
            transport=transport if allow_private else PublicOnly(transport, look_up),
            follow_redirects=True,
            max_redirects=MAX_REDIRECTS,
            timeout=TIMEOUT_SECONDS,
            headers={"User-Agent": USER_AGENT},
            trust_env=False,
        )

    def __enter__(self) -> Self:
        """Keep connections while in use."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close all connections."""
        self._client.close()

    def fetch(self, url: str) -> Fetched:
        """Fetch an address. Raises FetchError where it cannot be had: 10 seconds of silence, 30 in all, 10 MB."""
        deadline = time.monotonic() + self._total_seconds
        try:
            with self._client.stream("GET", url) as response:
                if response.status_code >= httpx.codes.BAD_REQUEST:
                    raise FetchError(_status_words(response.status_code), hint="Open it in a browser.", file=url)
                data = _read(response, url, deadline)
        except httpx.TooManyRedirects as error:
            raise FetchError(
                "It redirects more than 5 times.", hint="Name the address it ends at.", file=url
            ) from error
        except httpx.TimeoutException as error:
            raise FetchError("It did not answer within 10 seconds.", hint="Try again later.", file=url) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            hint = "Check the address and the network, or save the page as .html and name that file."
            raise FetchError(f"Cannot fetch it: {error}.", hint=hint, file=url) from error
        content_type = response.headers.get("Content-Type", "")
        return Fetched(
            str(response.url), content_type.split(";")[0].strip().lower(), response.charset_encoding or "", data
        )


def _read(response: httpx.Response, url: str, deadline: float) -> bytes:
    """Read a body to its end, or to the limit: after decompression, so that a bomb stops there too."""
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if time.monotonic() > deadline:
            raise FetchError("It does not come to an end in time.", hint="Try again later.", file=url)
        if len(data) > MAX_BYTES:
            raise FetchError("It is larger than 10 MB.", hint="Name the post itself, not an archive.", file=url)
    return bytes(data)


def _status_words(status: int) -> str:
    name = httpx.codes.get_reason_phrase(status)
    return f"The site answered {status}{f' ({name})' if name else ''}."
