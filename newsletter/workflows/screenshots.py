"""A built issue → pictures of it, one for each way of reading."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING

from newsletter.errors import PreviewError
from newsletter.preview.chromium import find_chromium, photograph
from newsletter.preview.vision import VISIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The pictures' names and the views of the preview page that they show.
VIEWS = {
    "desktop": "desktop",
    "phone": "phone",
    "desktop-dark": "desktop,dark",
    "phone-dark": "phone,dark",
    "images-off": "desktop,noimages",
    "large-text": "desktop,large",
    "plain-text": "text",
    "screen-reader": "spoken",
    **{vision.name: f"desktop,{vision.name}" for vision in VISIONS},
}


def require_chromium() -> str:
    """Find a Chromium. Raises PreviewError where there is none."""
    if chromium := find_chromium():
        return chromium
    hint = "Install Chromium or Google Chrome, or open index.html in any browser."
    raise PreviewError("Pictures need Chromium, and there is none on this machine.", hint=hint)


def take_screenshots(folder: Path) -> Iterator[Path]:
    """Write `screenshots/<view>.png` for the issue that was built into `folder`; yield each as soon as it stands.

    Raises PreviewError where there is no Chromium, or it fails.
    """
    chromium, page, pictures = require_chromium(), folder / "index.html", folder / "screenshots"
    pictures.mkdir(exist_ok=True)

    def take(name: str) -> Path:
        photograph(chromium, page, VIEWS[name], pictures / f"{name}.png")
        return pictures / f"{name}.png"

    with ThreadPoolExecutor(max_workers=2) as pool:
        for taken in as_completed([pool.submit(take, name) for name in VIEWS]):
            if taken.exception():
                # The others would fail in the same way, each after its time.
                pool.shutdown(wait=False, cancel_futures=True)
            yield taken.result()
