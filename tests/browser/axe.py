"""axe-core, run in a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

FILE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
WCAG_A_AND_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def find_violations(page: Page, axe: str) -> list[str]:
    """Name each rule that axe-core sees broken, with the element that breaks it."""
    page.evaluate(axe)
    options = {"runOnly": {"type": "tag", "values": WCAG_A_AND_AA}, "resultTypes": ["violations"]}
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    assert result["passes"], "axe-core looked at nothing"
    return [f"{it['id']}: {node['html']}" for it in result["violations"] for node in it["nodes"]]
