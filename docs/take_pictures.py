"""Takes the README's pictures: an issue in each layout, light and dark.

The letter is the newest issue; what stands in the other two is in docs/samples/.

Needs Chromium, and the fonts that npm puts into tests/browser, so that every machine takes the same pictures. Text
stays sharp and the files small because the pictures are saved with few colours.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from PIL import Image

from newsletter.content.issues import find_issue
from newsletter.settings import read_settings
from newsletter.workflows.build import Build, build_issue
from tests.browser.chromium import Reader, View, open_browser
from tests.browser.fonts import write_font_faces

PROJECT = Path(__file__).resolve().parent.parent
PICTURES = PROJECT / "docs" / "pictures"
LAYOUTS = ("letter", "digest", "announcement")
WIDTH, HEIGHT, COLOURS = 640, 800, 128


def main() -> None:
    """Build, photograph, save."""
    PICTURES.mkdir(exist_ok=True)
    with open_browser() as browser, tempfile.TemporaryDirectory() as scratch:
        reader = Reader(browser, write_font_faces())
        for layout in LAYOUTS:
            built = _build(layout, Path(scratch, layout))
            for scheme in ("light", "dark"):
                picture = PICTURES / f"{layout}-{scheme}.png"
                shot = _photograph(reader, built, is_dark=scheme == "dark")
                shot.quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)
                print(f"Wrote {picture.relative_to(PROJECT)}, {picture.stat().st_size // 1024} KB")


def _build(layout: str, root: Path) -> Build:
    """Build the issue for a layout, away from the project's own build folder."""
    sample = PROJECT / "docs" / "samples" / f"{layout}.md"
    if sample.is_file():
        issue = root / "issues" / f"2026-11-24-{layout}"
        issue.mkdir(parents=True)
        shutil.copy(sample, issue / "issue.md")
    else:
        shutil.copytree(PROJECT / "issues", root / "issues")
    shutil.copy(PROJECT / "newsletter.toml", root)
    settings = read_settings(root / "newsletter.toml")
    return build_issue(find_issue(settings.issues), settings)


def _photograph(reader: Reader, built: Build, *, is_dark: bool) -> Image.Image:
    reader.open(built.folder / "email.html", built.source, View(width=WIDTH, is_dark=is_dark))
    return reader.photograph().crop((0, 0, WIDTH, HEIGHT))


if __name__ == "__main__":
    main()
