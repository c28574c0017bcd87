"""Takes the README's picture: the newest issue, built, on a desktop and on a phone, side by side.

Needs Chromium. Text stays sharp and the file small because the picture is saved with few colours.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from newsletter.settings import read_settings
from newsletter.workflows.build import Build, build_issues
from tests.browser.chromium import open_browser, open_email

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PROJECT = Path(__file__).resolve().parent.parent
PICTURE = PROJECT / "docs" / "pictures" / "email.png"
HEIGHT, MARGIN, COLOURS = 760, 32, 128
DESKTOP, PHONE = 720, 375


def main() -> None:
    """Build, photograph, save."""
    with open_browser() as browser:
        built = next(build_issues(read_settings(PROJECT / "newsletter.toml"), []))
        screens = [_photograph(browser, built, width) for width in (DESKTOP, PHONE)]
    PICTURE.parent.mkdir(exist_ok=True)
    _side_by_side(screens).quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
    print(f"Wrote {PICTURE.relative_to(PROJECT)}, {PICTURE.stat().st_size // 1024} KB")


def _photograph(browser: Browser, built: Build, width: int) -> Image.Image:
    with open_email(browser, built.folder / "email.html", built.issue.folder, width=width, height=HEIGHT) as page:
        return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def _side_by_side(screens: list[Image.Image]) -> Image.Image:
    width = sum(screen.width for screen in screens) + MARGIN * (len(screens) + 1)
    picture = Image.new("RGB", (width, HEIGHT + 2 * MARGIN), "#dfe3e6")
    draw = ImageDraw.Draw(picture)
    left = MARGIN
    for screen in screens:
        draw.rectangle((left - 1, MARGIN - 1, left + screen.width, MARGIN + HEIGHT), outline="#8a949e")
        picture.paste(screen, (left, MARGIN))
        left += screen.width + MARGIN
    return picture


if __name__ == "__main__":
    main()
