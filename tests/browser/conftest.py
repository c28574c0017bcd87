"""What the browser tests share: the browser, a reader of emails in it, axe-core, and built issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsletter.preview.chromium import find_chromium
from tests.browser.axe import FILE
from tests.browser.chromium import Reader, open_browser
from tests.browser.fonts import has_fonts, write_font_faces
from tests.browser.samples import Sample, build_samples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not find_chromium():
        pytest.skip("Chromium is missing: install it, for example with apt-get install chromium.")
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def axe() -> str:
    if not FILE.is_file():
        pytest.skip("axe-core is missing: run npm ci in tests/browser.")
    return FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Iterator[Reader]:
    if not has_fonts():
        pytest.skip("Fonts are missing: run npm ci in tests/browser.")
    reader = Reader(browser, write_font_faces())
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sample]:
    return build_samples(tmp_path_factory.mktemp("newsletter"))
