"""Pictures of emails that a person has approved, kept small, and what differs from them.

`make approve` takes those anew that differ; look at them before you commit them.

A pixel of a kept picture is the mean of a square of the email, and both pictures are softened before they are compared:
letters drawn a little bolder on another machine change little; a colour, or something that is missing, changes much.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from tests.browser.chromium import VIEWS, Reader, open_browser
from tests.browser.fonts import write_font_faces
from tests.browser.samples import build_samples

FOLDER = Path(__file__).parent / "approved"
SQUARE, COLOURS = 6, 64
# By how much, of 255, a softened square may be off, and how many may be off by more. Letters drawn bolder, or a
# line that is a pixel higher, are below both; the smallest button in a colour that is a little lighter is 140 squares.
FAR, MANY = 10, 60


def picture_of(name: str, view: str) -> Path:
    """Say where the approved picture of a sample in a view is."""
    return FOLDER / f"{name}-{view.replace(', ', '-').replace(' ', '-')}.png"


def shrink(picture: Image.Image) -> Image.Image:
    """Average squares of a picture."""
    return picture.resize((picture.width // SQUARE, picture.height // SQUARE), Image.Resampling.BOX)


def approve(picture: Image.Image, file: Path) -> None:
    """Keep a picture."""
    shrink(picture).quantize(COLOURS, kmeans=1, dither=Image.Dither.NONE).save(file, optimize=True)


def compare(seen: Image.Image, approved: Image.Image) -> str:
    """Say how what is seen, at full size, differs from what was approved; nothing where it does not."""
    small = shrink(seen)
    if small.size != approved.size:
        return f"It is {small.width} x {small.height} squares; approved were {approved.width} x {approved.height}."
    soft = ImageFilter.BoxBlur(2)
    red, green, blue = ImageChops.difference(small.filter(soft), approved.convert("RGB").filter(soft)).split()
    far = ImageChops.lighter(ImageChops.lighter(red, green), blue).point(lambda it: 255 * (it > FAR))
    box = far.getbbox()
    if box is None or far.histogram()[255] <= MANY:
        return ""
    left, top, right, bottom = (edge * SQUARE for edge in box)
    return f"It differs between {left},{top} and {right},{bottom}."


def main() -> None:
    """Take the pictures anew that differ from the approved ones, and say which."""
    FOLDER.mkdir(exist_ok=True)
    gone = set(FOLDER.glob("*.png"))
    with tempfile.TemporaryDirectory() as scratch, open_browser() as browser:
        reader = Reader(browser, write_font_faces())
        for name, sample in build_samples(Path(scratch)).items():
            for view in VIEWS:
                reader.open(sample.email, sample.pictures, VIEWS[view])
                seen, file = reader.photograph(), picture_of(name, view)
                gone.discard(file)
                if not file.is_file() or compare(seen, Image.open(file)):
                    approve(seen, file)
                    print(f"Wrote {file.name}")  # noqa: T201 - what the person who approves looks at
    for file in gone:
        file.unlink()


if __name__ == "__main__":
    main()
