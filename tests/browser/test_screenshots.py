"""Pictures of an issue's views, taken by the command with the machine's Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import PIL.Image
import PIL.ImageStat
import pytest

from newsletter.preview.chromium import OUTSIDE, find_chromium, photograph
from tests.conftest import ISSUE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsletter

pytestmark = pytest.mark.browser


def brightness(picture: Path) -> float:
    """From 0, black, to 255, white, on average."""
    with PIL.Image.open(picture) as opened:
        return PIL.ImageStat.Stat(opened.convert("L")).mean[0]


def test_a_picture_shows_one_view_and_nothing_around_it(newsletter: Newsletter, tmp_path: Path) -> None:
    chromium = find_chromium()
    if not chromium:
        pytest.skip("Chromium is missing: install it, for example with apt-get install chromium.")
    file = newsletter.write_issue()
    newsletter.run("build")
    page = newsletter.root / "build" / file.parent.name / "index.html"
    light, dark = tmp_path / "light.png", tmp_path / "dark.png"
    photograph(chromium, page, "phone", light)
    photograph(chromium, page, "phone,dark", dark)
    with PIL.Image.open(light) as picture:
        assert picture.width == 375
        assert 400 < picture.height < 4000
    assert brightness(light) > 200
    assert brightness(dark) < 90


def test_a_picture_of_a_long_email_is_whole(newsletter: Newsletter, tmp_path: Path) -> None:
    chromium = find_chromium()
    if not chromium:
        pytest.skip("Chromium is missing: install it, for example with apt-get install chromium.")
    more = "\nOne more calm paragraph, and another calm sentence in it.\n" * 100
    file = newsletter.write_issue(f"{ISSUE}{more}\n[The end](https://example.org/end){{.button}}\n")
    newsletter.run("build")
    page = newsletter.root / "build" / file.parent.name / "index.html"
    photograph(chromium, page, "phone,large", tmp_path / "whole.png")
    with PIL.Image.open(tmp_path / "whole.png") as picture:
        assert picture.width == 375
        assert 15_500 < picture.height < 30_000
        last = picture.crop((0, picture.height - 900, 375, picture.height))
        # At the end is the button; nothing of what surrounds the view is left, also where two pieces meet.
        assert count(last, (27, 94, 102)) > 1000
        assert count(picture, OUTSIDE) == 0


def count(picture: PIL.Image.Image, colour: tuple[int, int, int]) -> int:
    """Count the pixels of a colour."""
    return {it: number for number, it in picture.getcolors(1 << 24) or []}.get(colour, 0)


def test_without_chromium_the_command_says_what_to_do(newsletter: Newsletter, monkeypatch: pytest.MonkeyPatch) -> None:
    newsletter.write_issue()
    monkeypatch.setenv("PATH", str(newsletter.root))
    result = newsletter.run("build", "--screenshots")
    assert result.exit_code == 2
    assert "Pictures need Chromium" in result.stderr
    assert "Install Chromium" in result.stderr
    assert not (newsletter.root / "build").exists()
