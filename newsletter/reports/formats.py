"""Every format by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.reports.github import write_github
from newsletter.reports.html import write_html
from newsletter.reports.json_document import write_json
from newsletter.reports.junit import write_junit
from newsletter.reports.sarif import write_sarif
from newsletter.reports.text import write_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsletter.reports.report import Report

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": write_text,
    "json": write_json,
    "sarif": write_sarif,
    "junit": write_junit,
    "github": write_github,
    "html": write_html,
}
