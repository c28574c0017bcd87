"""Where in a layout an element of a rendition was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from newsletter.content.issues import read_issue
from newsletter.rendering.render import render
from newsletter.rendering.tracing import trace_layout
from newsletter.settings import find_settings
from tests.shared import PROJECT

if TYPE_CHECKING:
    from tests.conftest import Newsletter


@pytest.mark.parametrize("layout", ["letter", "digest", "announcement"])
def test_each_element_of_a_layout_is_found_on_its_line(newsletter: Newsletter, layout: str) -> None:
    text = newsletter.write_issue().read_text(encoding="utf-8")
    file = newsletter.write_issue(text.replace("language: en\n", f"language: en\nlayout: {layout}\n"))
    issue, settings = read_issue(file, "en"), find_settings(newsletter.root)
    origins = trace_layout(issue, settings)
    elements = BeautifulSoup(render(issue, settings).html, "html.parser").find_all(name=True)
    for position, origin in origins.items():
        written = Path(origin.file).read_text(encoding="utf-8").splitlines()[origin.line - 1][origin.column - 1 :]
        name = elements[position].name
        assert written.startswith(("<mj", f"<{name}", "<h{{")), (name, origin)
    by_name = {elements[position].name: origin for position, origin in origins.items()}
    assert by_name["html"].file == str(PROJECT / "layouts" / layout / "layout.mjml")
    assert by_name["h1"].file == str(PROJECT / "layouts" / "base" / "masthead.mjml")
    footer = next(position for position, it in enumerate(elements) if it.get("class") == ["footer"])
    assert origins[footer].file == str(PROJECT / "layouts" / "base" / "footer.mjml")
