"""The header cells of a table whose direction is plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag


def find_scopes(table: Tag) -> Iterator[tuple[Tag, str]]:
    """Yield header cells without a scope and theirs: of a row of headers, and of one before the data of its row."""
    is_layout = str(table.get("role") or "").lower() in {"presentation", "none"}
    cells = [cell for cell in table.find_all(["th", "td"]) if cell.find_parent("table") is table]
    if is_layout or any(cell.has_attr("colspan") or cell.has_attr("rowspan") for cell in cells):
        return
    for row in table.find_all("tr"):
        own = [cell for cell in row.find_all(["th", "td"]) if cell.find_parent("tr") is row]
        headers = [cell for cell in own if cell.name == "th"]
        if len(own) > 1 and headers == own:
            yield from ((cell, "col") for cell in headers if not cell.has_attr("scope"))
        elif len(own) > 1 and headers == own[:1] and not own[0].has_attr("scope"):
            yield own[0], "row"
