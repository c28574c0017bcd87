"""Pictures that move: the files decide, wherever they come from."""

from __future__ import annotations

import base64
import io
import math
import time
from typing import TYPE_CHECKING

import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(st.sampled_from(["GIF", "PNG", "WEBP"]), st.lists(st.integers(2, 90), min_size=2, max_size=6), st.integers(1, 9))
def test_what_is_read_is_what_pillow_reads(format_: str, tens: list[int], loop: int) -> None:
    images = [PIL.Image.new("RGB", (8, 8), (number * 40, 0, 0)) for number in range(len(tens))]
    buffer = io.BytesIO()
    stated = [number * 10 for number in tens]
    images[0].save(buffer, format_, save_all=True, append_images=images[1:], duration=stated, loop=loop, lossless=True)
    with PIL.Image.open(buffer) as image:
        total = 0
        for number in range(image.n_frames):  # type: ignore[attr-defined]  # of a format that can move
            image.seek(number)
            image.load()
            total += image.info["duration"]
    times = loop + 1 if format_ == "GIF" else loop
    assert seconds_of_movement(buffer.getvalue()) == pytest.approx(total * times / 1000)


@given(st.sampled_from(["GIF", "PNG", "WEBP"]), st.integers(0, 3000), st.binary(max_size=30))
def test_a_file_that_breaks_off_or_lies_is_read_as_far_as_it_goes(format_: str, end: int, rest: bytes) -> None:
    assert seconds_of_movement(picture(format_, frames=3, loop=1)[:end] + rest) >= 0


def test_a_huge_picture_and_very_many_frames_cost_no_time() -> None:
    head = b"GIF89a" + b"\xff\xff\xff\xff\0\0\0"
    frame = b"\x21\xf9\x04\0\x05\0\0\0" + b"\x2c" + b"\0\0\0\0\xff\xff\xff\xff\0" + b"\x02\x01\x4c\0"
    started = time.perf_counter()
    assert seconds_of_movement(head + frame * 100 + b";") == 5
    assert seconds_of_movement(head + frame * 500_000 + b";") == pytest.approx(60.05)
    assert time.perf_counter() - started < 1


def test_how_long_it_moves_is_said(newsletter: Newsletter) -> None:
    for name, frames in (("long.gif", 9), ("longer.gif", 70)):
        (newsletter.root / name).write_bytes(picture("GIF", frames=frames, loop=None))
    (newsletter.root / "page.html").write_text("<img alt='a' src=long.gif>\n<img alt='a' src=longer.gif>")
    found = newsletter.run("check", "page.html", "--select", "image-animated").stdout
    assert "It moves for 9 seconds:" in found
    assert "It moves for more than a minute:" in found


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
