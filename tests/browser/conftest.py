"""What the browser tests share: the browser, axe-core, and the project's own issue, built."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsletter.content.issues import find_issue
from newsletter.preview.chromium import find_chromium
from newsletter.settings import read_settings
from newsletter.workflows.build import Build, build_issue
from tests.browser.chromium import open_browser
from tests.shared import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not find_chromium():
        pytest.skip("Chromium is missing: install it, for example with apt-get install chromium.")
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.is_file():
        pytest.skip("axe-core is missing: run npm ci in tests/browser.")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session", params=["letter", "digest", "announcement", "letter in Arabic"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The newest issue of the project in each layout, built away from the project's own build folder."""
    layout, _, language = request.param.partition(" in ")
    root = tmp_path_factory.mktemp("newsletter")
    shutil.copy(PROJECT / "newsletter.toml", root)
    shutil.copytree(PROJECT / "issues", root / "issues")
    for file in root.glob("issues/*/issue.md"):
        text = re.sub(r"^layout: .*$", f"layout: {layout}", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        if language:
            text = re.sub(r"^language: .*$", "language: ar", text, flags=re.MULTILINE)
        file.write_text(text, encoding="utf-8")
    settings = read_settings(root / "newsletter.toml")
    return build_issue(find_issue(settings.issues), settings)
