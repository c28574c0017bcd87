"""Styles in attributes look as they did in a style element; css-inline, another inliner, comes to the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import css_inline
import pytest

from newsletter.content.issues import read_issue
from newsletter.rendering.finishing import write_html
from newsletter.rendering.inlining import inline_css
from newsletter.rendering.render import render_uninlined
from newsletter.settings import read_settings
from tests.browser.chromium import View

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.chromium import Reader
    from tests.browser.samples import Sample

pytestmark = pytest.mark.browser

VIEWS = {
    "light": View(),
    "dark": View(is_dark=True),
    "phone": View(width=375),
    "dark phone": View(width=375, is_dark=True),
}
# Of every element, each property as the browser computes it, in one number.
DIGESTS = """() => [...document.querySelectorAll('body, body *')].map(element => {
    const style = getComputedStyle(element);
    let digest = 0;
    for (const name of style) {
        const text = name + style.getPropertyValue(name);
        for (let i = 0; i < text.length; i++) digest = (Math.imul(digest, 31) + text.charCodeAt(i)) | 0;
    }
    return digest;
})"""
STYLE = """number => {
    const element = document.querySelectorAll('body, body *')[number], style = getComputedStyle(element);
    return Object.fromEntries([...style].map(name => [name, style.getPropertyValue(name)]));
}"""


def read(html: str, file: Path) -> Path:
    """Write HTML with the doctype that an inliner may have dropped."""
    bare = re.sub("<!doctype html>", "", html, flags=re.IGNORECASE)
    file.write_text(f"<!DOCTYPE html>\n{bare.lstrip()}", encoding="utf-8")
    return file


def find_differences(reader: Reader, sample: Sample, one: Path, other: Path, view: View) -> list[str]:
    """Name the properties in which two versions of an email differ, for the last five elements that differ."""
    digests = [reader.open(file, sample.pictures, view).evaluate(DIGESTS) for file in (one, other)]
    assert len(digests[0]) == len(digests[1]) > 50
    different = [number for number, pair in enumerate(zip(*digests, strict=True)) if pair[0] != pair[1]]
    found = []
    for number in different[-5:]:
        styles = [reader.open(file, sample.pictures, view).evaluate(STYLE, number).items() for file in (one, other)]
        found += [f"{number} {name}: {value}" for name, value in sorted(set(styles[0]) ^ set(styles[1]))]
    return found


@pytest.fixture(scope="module", params=["letter-en", "digest-ar", "announcement-en"])
def versions(
    request: pytest.FixtureRequest, samples: dict[str, Sample], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Sample, dict[str, Path]]:
    """An email before its styles go into attributes, and after, by premailer and by css-inline."""
    sample = samples[request.param]
    folder = tmp_path_factory.mktemp("versions")
    settings = read_settings(sample.email.parents[2] / "newsletter.toml")
    html, css = render_uninlined(read_issue(sample.pictures / "issue.md", "en"), settings)
    other = css_inline.CSSInliner(
        inline_style_tags=False, keep_style_tags=True, extra_css=css, load_remote_stylesheets=False
    )
    contents = {
        "uninlined": html.replace("</head>", f"<style>{css}</style></head>"),
        "premailer": write_html(inline_css(html, css)),
        "css-inline": other.inline(html),
    }
    return sample, {name: read(content, folder / f"{name}.html") for name, content in contents.items()}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("version", ["premailer", "css-inline"])
def test_inlining_leaves_computed_styles_as_they_were(
    reader: Reader, versions: tuple[Sample, dict[str, Path]], version: str, view: str
) -> None:
    sample, files = versions
    assert find_differences(reader, sample, files["uninlined"], files[version], VIEWS[view]) == []


def test_a_difference_is_seen(reader: Reader, versions: tuple[Sample, dict[str, Path]], tmp_path: Path) -> None:
    sample, files = versions
    changed = files["premailer"].read_text(encoding="utf-8").replace("line-height:1.25", "line-height:1.2", 1)
    found = find_differences(reader, sample, files["uninlined"], read(changed, tmp_path / "changed.html"), View())
    assert len([it for it in found if " line-height: " in it]) == 2
