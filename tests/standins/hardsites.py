"""The sites that hard links name: over HTTP, over TLS with good and bad certificates, and a port without anybody."""

from __future__ import annotations

import contextlib
import socket
import ssl
from typing import TYPE_CHECKING

from tests.standins.linkcases import PATHS
from tests.standins.linksite import LinkSite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.standins.certificates import Certificates


@contextlib.contextmanager
def open_hard_sites(certificates: Certificates) -> Iterator[dict[str, str]]:
    """Serve the hard cases: the addresses by the names that links give them."""
    with contextlib.ExitStack() as stack:
        plain = stack.enter_context(LinkSite(dict(PATHS)))
        secure = {
            name: stack.enter_context(LinkSite(dict(PATHS), serve_with(file)))
            for name, file in certificates.sites.items()
        }
        host = f"127.0.0.1:{plain.port}"
        yield {
            "site": plain.url,
            "plain": f"https://{host}",
            "capitals": f"HTTP://{host}",
            "named": f"http://me:secret@{host}",
            "schemeless": f"//{host}",
            "localhost": f"http://localhost:{plain.port}",
            "dotted": f"http://localhost.:{plain.port}",
            "number": f"http://{0x7F000001}:{plain.port}",
            "unencrypted": secure["good"].url.replace("https:", "http:"),
            "closed": f"http://127.0.0.1:{_closed_port()}",
            "tls": secure["good"].url,
            **{name: site.url for name, site in secure.items() if name != "good"},
        }


def fill(text: str, sites: dict[str, str]) -> str:
    """Put addresses in place of names."""
    for name, url in sites.items():
        text = text.replace(f"{{{name}}}", url)
    return text


def serve_with(file: Path) -> ssl.SSLContext:
    """What a server shows a certificate with."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(file)
    return tls


def _closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
