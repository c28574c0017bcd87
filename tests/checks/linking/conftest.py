"""The site of hard cases, over HTTP and with good and bad certificates."""

from __future__ import annotations

import contextlib
import socket
import ssl
from typing import TYPE_CHECKING

import pytest

from tests.standins.certificates import make_certificates
from tests.standins.linkcases import PATHS
from tests.standins.linksite import LinkSite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.standins.certificates import Certificates


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="session")
def trust(certificates: Certificates) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificates.authority))


@pytest.fixture
def sites(certificates: Certificates) -> Iterator[dict[str, str]]:
    """The addresses that cases name."""
    with contextlib.ExitStack() as stack:
        site = stack.enter_context(LinkSite(dict(PATHS)))
        names = {"site": site.url, "plain": site.url.replace("http:", "https:")}
        for name, file in certificates.sites.items():
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(file)
            names["tls" if name == "good" else name] = stack.enter_context(LinkSite(dict(PATHS), tls)).url
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            names["closed"] = f"http://127.0.0.1:{free.getsockname()[1]}"
        yield names
