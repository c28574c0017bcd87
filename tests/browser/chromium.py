"""A real browser without the network, and in it a reader of emails who can be anybody."""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import sync_playwright

from newsletter.preview.chromium import find_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

HEIGHT = 900
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
FLAGS = [
    # As root, in a container and without a network, Chromium needs to be told so.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Letters are drawn the same on every machine.
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
]


@contextmanager
def open_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@dataclass(frozen=True, slots=True)
class View:
    """How somebody looks at an email: the width of the window in CSS pixels, and the size of letters in percent."""

    width: int = 800
    is_dark: bool = False
    has_pictures: bool = True
    letters: int = 100


VIEWS = {
    "desktop": View(),
    "phone": View(width=375),
    "narrow": View(width=320),
    "dark": View(is_dark=True),
    "dark, narrow": View(width=320, is_dark=True),
    "images off": View(has_pictures=False),
    "images off, dark, narrow": View(width=320, is_dark=True, has_pictures=False),
    "large": View(letters=200),
    "large, narrow": View(width=320, letters=200),
}


class Reader:
    """One page that opens one email after another.

    Pictures come from the folder of the email's issue, whatever address they have; `fonts` is CSS with fonts that stand
    in for those of the machine.
    """

    def __init__(self, browser: Browser, fonts: str = "") -> None:
        self._fonts = fonts
        self._pictures: Path | None = None
        self._view = View()
        self._context = browser.new_context()
        self._context.route("**/*", self._answer)
        self._page = self._context.new_page()
        self._protocol = self._context.new_cdp_session(self._page)

    def open(self, email: Path, pictures: Path, view: View) -> Page:
        self._pictures = pictures if view.has_pictures else None
        self._view = view
        self._page.set_viewport_size({"width": view.width, "height": HEIGHT})
        self._page.emulate_media(color_scheme="dark" if view.is_dark else "light")
        self._choose_letters()
        self._page.goto(email.as_uri(), wait_until="load")
        if self._fonts:
            self._page.add_style_tag(content=self._fonts)
            self._page.evaluate("Promise.all([...document.fonts].map(font => font.load())).then(() => true)")
        return self._page

    def photograph(self) -> Image.Image:
        """Take a picture of the whole email that is open."""
        height = self._page.evaluate("document.documentElement.scrollHeight")
        self._page.set_viewport_size({"width": self._view.width, "height": height})
        self._choose_letters()
        return Image.open(io.BytesIO(self._page.screenshot())).convert("RGB")

    def fonts_used(self, email: Path, pictures: Path) -> list[dict[str, Any]]:
        """Say which fonts draw the letters of an email, as the DevTools protocol describes them."""
        self.open(email, pictures, View())
        self._protocol.send("DOM.enable")
        self._protocol.send("CSS.enable")
        root = self._protocol.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        found = self._protocol.send("DOM.querySelectorAll", {"nodeId": root, "selector": "body *"})["nodeIds"]
        answers = [self._protocol.send("CSS.getPlatformFontsForNode", {"nodeId": it}) for it in found]
        self._protocol.send("CSS.disable")
        self._protocol.send("DOM.disable")
        return list({font["familyName"]: font for answer in answers for font in answer["fonts"]}.values())

    def _choose_letters(self) -> None:
        """Set the browser's own size of letters, which a new size of the window sets back."""
        sizes = {"standard": 16 * self._view.letters // 100, "fixed": 13 * self._view.letters // 100}
        self._protocol.send("Page.setFontSizes", {"fontSizes": sizes})

    def close(self) -> None:
        self._context.close()

    def _answer(self, route: Route) -> None:
        """Let only files, loopback, and an issue's own pictures through."""
        parts = urlsplit(route.request.url)
        name = parts.path.rsplit("/", 1)[-1]
        if parts.scheme in {"file", "data"} or parts.hostname in LOOPBACK:
            route.continue_()
        elif route.request.resource_type == "image" and self._pictures and (self._pictures / name).is_file():
            route.fulfill(path=self._pictures / name)
        else:
            route.abort()
