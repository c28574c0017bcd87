"""The site of hard cases, over HTTP and with good and bad certificates."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest

from tests.standins.certificates import make_certificates
from tests.standins.hardsites import open_hard_sites

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
    with open_hard_sites(certificates) as sites:
        yield sites
