"""What is asked of emails notices what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import View
from tests.browser.test_email import ask

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.chromium import Reader

pytestmark = pytest.mark.browser

LINK = '<a href="#" style="padding: 4px 0; {}">A link</a>'
WRONG = {
    "sideways": ['<div style="width: 900px">Wide</div>', '<table width="900"><td>Wide</td></table>'],
    "outside": ['<div style="width: 50px">Donaudampfschiff</div>', '<div style="height: 20px">One<br>Two</div>'],
    "overlap": ["<p>One</p><p style='margin-top: -40px'>Two</p>", "<p style='line-height: .5'>One<br>Two</p>"],
    "faint": [
        '<p style="color: #777777">Grey on white</p>',
        '<p style="opacity: .4">See-through</p>',
        '<div style="background: #222222"><p style="color: #555555">Grey on grey</p></div>',
        '<div style="background: rgba(0, 0, 0, .6)"><p>Black on a veil</p></div>',
        '<img src="gone.png" alt="A boat" width="99" style="color: #dddddd">',
    ],
    "hard to hit": [
        '<a href="#">No room</a>',
        f'<div class="button">{LINK.format("")}</div>',
        f"<p style='line-height: 1'>{LINK.format('')}<br>{LINK.format('')}</p>",
    ],
    "not underlined": [LINK.format("text-decoration: none")],
}


@pytest.mark.parametrize(("question", "html"), [(question, html) for question in WRONG for html in WRONG[question]])
def test_what_is_wrong_is_noticed(reader: Reader, tmp_path: Path, question: str, html: str) -> None:
    assert question in ask(reader.open(write(tmp_path, html), tmp_path, View()))


@pytest.mark.parametrize("view", [View(), View(is_dark=True)], ids=["light", "dark"])
def test_what_is_well_is_left_alone(reader: Reader, tmp_path: Path, view: View) -> None:
    hidden = '<div hidden style="color: #ffffff">No</div>'
    html = f"<p>Calm words, {LINK.format('')}, and <em>some</em> more<sup>1</sup>.</p>{hidden}"
    assert ask(reader.open(write(tmp_path, html), tmp_path, view)) == {}


def write(folder: Path, html: str) -> Path:
    email = folder / "email.html"
    style = "<style>:root { color-scheme: light dark } body { font: 16px/1.6 serif }</style>"
    email.write_text(f'<!DOCTYPE html><html lang="en"><title>A</title>{style}<body>{html}</body></html>', "utf-8")
    return email
