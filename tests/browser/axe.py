"""axe-core, run in a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

FILE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
WCAG_A_AND_AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
# Also what axe-core takes for good practice, beyond WCAG.
ALL = (*WCAG_A_AND_AA, "best-practice", "wcag2aaa")


def find_violations(page: Page, axe: str, tags: Sequence[str] = WCAG_A_AND_AA) -> list[str]:
    """Name each rule of some tags that axe-core sees broken, with the element that breaks it."""
    page.evaluate(axe)
    options = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    assert result["passes"], "axe-core looked at nothing"
    return [f"{it['id']}: {node['html']}" for it in result["violations"] for node in it["nodes"]]
