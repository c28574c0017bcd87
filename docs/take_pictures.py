"""Takes the README's pictures: the newest issue in each layout, light and dark.

Needs Chromium. Text stays sharp and the files small because the pictures are saved with few colours.
"""

from __future__ import annotations

import io
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from newsletter.settings import read_settings
from newsletter.workflows.build import Build, build_issues
from tests.browser.chromium import open_browser, open_email

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PROJECT = Path(__file__).resolve().parent.parent
PICTURES = PROJECT / "docs" / "pictures"
LAYOUTS = ("letter", "digest", "announcement")
WIDTH, HEIGHT, COLOURS = 640, 800, 128


def main() -> None:
    """Build, photograph, save."""
    PICTURES.mkdir(exist_ok=True)
    with open_browser() as browser, tempfile.TemporaryDirectory() as scratch:
        for layout in LAYOUTS:
            built = _build(layout, Path(scratch, layout))
            for scheme in ("light", "dark"):
                picture = PICTURES / f"{layout}-{scheme}.png"
                shot = _photograph(browser, built, is_dark=scheme == "dark")
                shot.quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)
                print(f"Wrote {picture.relative_to(PROJECT)}, {picture.stat().st_size // 1024} KB")


def _build(layout: str, root: Path) -> Build:
    """Build the newest issue in another layout, away from the project's own build folder."""
    shutil.copytree(PROJECT / "issues", root / "issues")
    shutil.copy(PROJECT / "newsletter.toml", root)
    for file in root.glob("issues/*/issue.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"^layout: .*$", f"layout: {layout}", text, flags=re.MULTILINE), encoding="utf-8")
    return next(build_issues(read_settings(root / "newsletter.toml"), []))


def _photograph(browser: Browser, built: Build, *, is_dark: bool) -> Image.Image:
    email, pictures = built.folder / "email.html", built.issue.folder
    with open_email(browser, email, pictures, width=WIDTH, height=HEIGHT, is_dark=is_dark) as page:
        return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


if __name__ == "__main__":
    main()
