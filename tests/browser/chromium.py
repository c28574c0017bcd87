"""A real browser without the network: only files, loopback, and an issue's own pictures reach it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from newsletter.preview.chromium import find_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
# As root, in a container and without a network, Chromium needs to be told so.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def open_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def open_email(  # noqa: PLR0913 - the ways in which readers differ
    browser: Browser,
    email: Path,
    pictures: Path,
    *,
    width: int,
    height: int = 900,
    is_dark: bool = False,
    zoom: int = 1,
) -> Iterator[Page]:
    """Open an email's HTML; its pictures come from the folder `pictures`, whatever address they have."""

    def answer(route: Route) -> None:
        parts = urlsplit(route.request.url)
        picture = pictures / parts.path.rsplit("/", 1)[-1]
        if parts.scheme in {"file", "data"} or parts.hostname in LOOPBACK:
            route.continue_()
        elif route.request.resource_type == "image" and picture.is_file():
            route.fulfill(path=picture)
        else:
            route.abort()

    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if is_dark else "light",
        device_scale_factor=zoom,
    )
    try:
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(email.as_uri(), wait_until="load")
        yield page
    finally:
        context.close()
