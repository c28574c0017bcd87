"""Each layout looks as it did when a person approved it (`make approve`), and what changes is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.browser.approved import approve, compare, picture_of
from tests.browser.chromium import VIEWS
from tests.browser.samples import NAMES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.chromium import Reader
    from tests.browser.samples import Sample

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", NAMES)
def test_it_looks_as_approved(reader: Reader, samples: dict[str, Sample], tmp_path: Path, name: str, view: str) -> None:
    sample = samples[name]
    reader.open(sample.email, sample.pictures, VIEWS[view])
    seen = reader.photograph()
    with Image.open(picture_of(name, view)) as approved:
        difference = compare(seen, approved)
    if difference:
        seen.save(tmp_path / "seen.png")
    hint = f"See {tmp_path}/seen.png; if it is meant, make approve."
    assert not difference, f"{difference} {hint}"


CHANGES = {
    "the button has another colour": ".button td, .button a { background: #2b6e76 !important }",
    "the button is missing": ".button { display: none }",
    "the button cannot be seen": ".button { visibility: hidden }",
    "the title has another colour": "h1 { color: #1f3aad !important }",
    "headings are in the middle": "h2 { text-align: center !important }",
    "a caption is missing": "figcaption { visibility: hidden }",
    "the remark has no box": ".callout { background: none !important }",
    "the paper is as dark as what surrounds it": ".paper, .paper td { background: #f3f1ec !important }",
    "letters are smaller": "p { font-size: 15px !important }",
    "the picture is gone": "img { visibility: hidden }",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed(reader: Reader, samples: dict[str, Sample], tmp_path: Path, change: str) -> None:
    assert difference_after(reader, samples["letter-en"], tmp_path, CHANGES[change])


@pytest.mark.parametrize("name", ["letter-en", "digest-ar"])
@pytest.mark.parametrize("view", ["desktop", "dark, narrow"])
def test_letters_that_a_machine_draws_bolder_are_no_change(
    reader: Reader, samples: dict[str, Sample], tmp_path: Path, name: str, view: str
) -> None:
    bolder = "* { -webkit-text-stroke: .15px; text-rendering: geometricPrecision }"
    assert difference_after(reader, samples[name], tmp_path, bolder, view) == ""


def difference_after(reader: Reader, sample: Sample, folder: Path, css: str, view: str = "desktop") -> str:
    """Approve a view of a sample, and say how it differs once a style is added."""
    page = reader.open(sample.email, sample.pictures, VIEWS[view])
    approve(reader.photograph(), folder / "approved.png")
    page.add_style_tag(content=css)
    with Image.open(folder / "approved.png") as approved:
        return compare(reader.photograph(), approved)
