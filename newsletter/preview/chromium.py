"""A Chromium on this machine, asked for pictures of a preview page through its command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.errors import PreviewError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL import Image

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
# What Chromium draws at once, in CSS pixels; the page's own frame is narrower on a phone. It draws at most 16,384.
WIDTH, HEIGHT = 800, 15_000
PIECES = 20
SECONDS = 120
# As in page.css: what lies outside the view, and is cut away.
OUTSIDE = (255, 0, 255)
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name is looked up and no address called: a picture is of what is inside the page.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--virtual-time-budget=5000",
)


def find_chromium() -> str | None:
    """Say where a browser of the Chromium family is on this machine."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def photograph(chromium: str, page: Path, view: str, picture: Path) -> None:
    """Write a PNG of a preview page in a view, such as `phone,dark`, cut to the view's own size.

    Raises PreviewError where Chromium does not do it.
    """
    pieces: list[Image.Image] = []
    while not pieces or pieces[-1].height == HEIGHT:
        if len(pieces) == PIECES:
            message = f"The picture of {view} would be more than {PIECES * HEIGHT:,} pixels high."
            raise PreviewError(message, hint="Make two issues of this one.", file=str(page))
        pieces.append(_shoot(chromium, page, f"{view},bare,from{len(pieces) * HEIGHT}"))
    _join(pieces).save(picture, optimize=True)


def _shoot(chromium: str, page: Path, view: str) -> Image.Image:
    """Take a picture of what fits into the window, without what lies outside the view."""
    with tempfile.TemporaryDirectory(prefix="newsletter-chromium-") as scratch:
        shot = Path(scratch, "shot.png")
        # Chromium refuses to run as root with its sandbox, as in containers (crbug.com/638180).
        sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        places = [f"--user-data-dir={scratch}/profile", f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={shot}"]
        command = [chromium, *_FLAGS, *sandbox, *places, f"{page.absolute().as_uri()}#{view}"]
        try:
            ran = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)  # noqa: S603 - a browser that was found on the path
        except subprocess.TimeoutExpired as error:
            raise PreviewError(f"Chromium took more than {SECONDS} seconds.", hint=_HINT, file=chromium) from error
        if not shot.is_file():
            last = (ran.stderr.strip().splitlines() or ["it said nothing"])[-1]
            raise PreviewError(f"Chromium took no picture: {last}", hint=_HINT, file=chromium)
        return _cut(shot)


_HINT = "Try it by hand: chromium --headless --screenshot page.html"


def _cut(shot: Path) -> Image.Image:
    from PIL import Image, ImageChops

    with Image.open(shot) as opened:
        whole = opened.convert("RGB")
    inside = ImageChops.difference(whole, Image.new("RGB", whole.size, OUTSIDE)).getbbox()
    return whole.crop(inside or (0, 0, 0, 0))


def _join(pieces: Sequence[Image.Image]) -> Image.Image:
    from PIL import Image

    whole = Image.new("RGB", (pieces[0].width, sum(piece.height for piece in pieces)))
    top = 0
    for piece in pieces:
        whole.paste(piece, (0, top))
        top += piece.height
    return whole
