"""Pictures that move: the files decide, wherever they come from."""

from __future__ import annotations

import base64
import io
import math
from typing import TYPE_CHECKING

import PIL.Image
import pytest

from newsletter.checks.animation import read_embedded, seconds_of_movement
from newsletter.checks.document import Document

if TYPE_CHECKING:
    from tests.conftest import Newsletter


def picture(format_: str, *, frames: int = 2, milliseconds: int = 1000, loop: int | None = 0) -> bytes:
    images = [PIL.Image.new("RGB", (8, 8), (number * 40, 0, 0)) for number in range(frames)]
    buffer = io.BytesIO()
    loops = {} if loop is None else {"loop": loop}
    images[0].save(
        buffer, format_, save_all=frames > 1, append_images=images[1:], duration=milliseconds, lossless=True, **loops
    )
    return buffer.getvalue()


@pytest.mark.parametrize("format_", ["GIF", "PNG", "WEBP"])
def test_loops_and_frames_make_the_time(format_: str) -> None:
    assert seconds_of_movement(picture(format_)) == math.inf
    assert seconds_of_movement(picture(format_, frames=1)) == 0
    assert seconds_of_movement(picture(format_, frames=3, loop=1)) == (6 if format_ == "GIF" else 3)


def test_a_gif_without_loops_is_shown_once_and_hasty_frames_slowly() -> None:
    assert seconds_of_movement(picture("GIF", loop=None)) == 2
    assert seconds_of_movement(picture("GIF", frames=4, milliseconds=10, loop=None)) == pytest.approx(0.4)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>"])
def test_what_cannot_be_read_does_not_move(data: bytes) -> None:
    assert seconds_of_movement(data) == 0


def test_only_addresses_that_hold_a_picture_are_read() -> None:
    assert read_embedded("data:image/gif;base64,R0lG") == b"GIF"
    assert read_embedded("data:image/svg+xml,%3Csvg%3E") == b"<svg>"
    assert read_embedded("data:image/gif;base64,R") is None
    assert read_embedded("https://example.org/a.gif") is None


def test_pictures_beside_a_page_in_an_email_and_in_an_issue_are_looked_at(newsletter: Newsletter) -> None:
    moving, still = picture("GIF"), picture("GIF", frames=1)
    (newsletter.root / "moving.gif").write_bytes(moving)
    (newsletter.root / "still.gif").write_bytes(still)
    (newsletter.root / "page.html").write_text("<img alt='a' src=still.gif>\n<img alt='a' src='moving.gif?v=2'>")
    email = (
        "Subject: A\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
        "<img alt=a src=cid:one@b>\n--b\nContent-Type: image/gif\nContent-ID: <one@b>\n"
        "Content-Transfer-Encoding: base64\n\n"
    )
    (newsletter.root / "letter.eml").write_bytes(email.encode() + base64.encodebytes(moving) + b"\n--b--\n")
    file = newsletter.write_issue("---\ntitle: A\nsubject: A walk\npreheader: Come\n---\n![A tree](tree.gif)\n")
    (file.parent / "tree.gif").write_bytes(moving)
    for target, line in (("page.html", 2), ("letter.eml", 1), (str(file.parent), 6)):
        found = newsletter.run("check", target, "--select", "image-animated").stdout
        assert f":{line}:" in found, target
        assert "without end" in found, target


def test_files_outside_of_what_was_named_are_not_read() -> None:
    assert Document("<img src='file:///etc/passwd'>").read_picture("file:///etc/passwd") is None
