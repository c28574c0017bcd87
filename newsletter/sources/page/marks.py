"""Elements of a page by the marks of engines: quickly, where a page has none of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_WORD = re.compile(r"[\w-]{3,}")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's tree, and the HTML that it was made of."""

    soup: BeautifulSoup
    html: str

    def select(self, css: str) -> list[Tag]:
        """Select elements. Alternatives whose words the HTML does not hold are not looked for: each costs a walk."""
        parts = [part for part in css.split(", ") if all(word in self.html for word in _WORD.findall(part))]
        return self.soup.select(", ".join(parts)) if parts else []
