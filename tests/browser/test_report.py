"""The HTML report of `newsletter check` in a real browser: it keeps what it asks of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsletter.checks.checked import Checked
from newsletter.checks.document import Document
from newsletter.checks.rule import all_rules
from newsletter.checks.runner import check
from newsletter.reports.formats import FORMATS
from newsletter.reports.report import Report
from tests.browser.axe import WCAG_A_AND_AA, find_violations
from tests.browser.chromium import View

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.chromium import Reader

pytestmark = pytest.mark.browser
VIEWS = [View(width=width, is_dark=is_dark) for width in (320, 800) for is_dark in (False, True)]

# Every impact, something to look at, long words without a space, a file without findings, and two names alike.
FAULTY = f"""
<div>Good morning</div><img src="https://example.org/{"a" * 300}.png">
<table><tr><td style="color:#cccccc">pale</td></tr></table><p style="background:url(a.png)">Over a picture</p>
<h2>A</h2><h4>B</h4><a href="https://example.org/">here</a>
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    findings = check(Document(FAULTY), all_rules(), "old/letter.html")
    assert len({it.impact for it in findings}) == 4
    targets = (Checked("old/letter.html", findings), Checked("empty.html", ()), Checked("old/letter.html", findings))
    file = tmp_path_factory.mktemp("report") / "check.html"
    file.write_text(FORMATS["html"](Report(targets, all_rules())), encoding="utf-8")
    return file


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_violation(reader: Reader, report: Path, axe: str, view: View) -> None:
    page = reader.open(report, report.parent, view)
    assert find_violations(page, axe, [*WCAG_A_AND_AA, "best-practice"]) == []


@pytest.mark.parametrize("width", [320, 800])
def test_nothing_to_scroll_sideways_at_any_size_of_letters(reader: Reader, report: Path, width: int) -> None:
    page = reader.open(report, report.parent, View(width=width, letters=200))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_links_of_the_table_lead_to_each_email(reader: Reader, report: Path) -> None:
    page = reader.open(report, report.parent, View())
    targets = page.evaluate("[...document.querySelectorAll('td a')].map(link => link.getAttribute('href'))")
    found = page.evaluate("names => names.map(name => document.querySelector(name)?.tagName)", targets)
    assert len(set(targets)) == len(targets) == 2
    assert found == ["H2", "H2"]
