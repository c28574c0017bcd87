"""What the HTML of a page tells: its parts, where it sends on to, and whether it only says “not found”."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import ClassVar

from newsletter.checks.linking.titles import says_not_found

_REFRESH = re.compile(r"\s*([\d.]+)\s*[;,]\s*(?:url\s*=)?\s*['\"]?\s*([^'\">]+)", re.IGNORECASE)
MAX_REFRESH_SECONDS = 1.0
# A page with fewer words than this may be one that its script fills in.
FEW_CHARACTERS = 400


class Page(HTMLParser):
    """A page, read in one pass; what is wrong with its HTML does no harm.

    `names` are the parts that a link may name; `refresh` is where it sends on to at once, empty where it does not.
    """

    _SILENT: ClassVar = frozenset({"script", "style", "template", "noscript"})

    def __init__(self, html: str) -> None:
        """Read `html`."""
        super().__init__(convert_charrefs=True)
        self.names: set[str] = set()
        self.refresh = ""
        self.has_script = False
        self._inside: str = ""
        self._titles: dict[str, str] = {"title": "", "h1": ""}
        self._characters = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element's names."""
        values = dict(reversed(attrs))
        self.names.update(filter(None, (values.get("id"), values.get("name") if tag == "a" else None)))
        if tag == "meta" and str(values.get("http-equiv")).lower() == "refresh":
            found = _REFRESH.match(values.get("content") or "")
            self.refresh = found[2].strip() if found and _seconds(found[1]) <= MAX_REFRESH_SECONDS else self.refresh
        self.has_script = self.has_script or tag == "script"
        if tag in self._SILENT or (tag in self._titles and not self._titles[tag]):
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        """Leave a title, a heading or a script."""
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Collect titles, and count what readers see."""
        if self._inside in self._titles:
            self._titles[self._inside] += data
        if self._inside not in self._SILENT and self._inside != "title":
            self._characters += len(data.strip())

    def has_part(self, name: str) -> bool:
        """Whether a link can lead to a part of this name; GitHub writes its own before those of readers' files."""
        return name in self.names or f"user-content-{name}" in self.names

    @property
    def is_filled_by_script(self) -> bool:
        """Whether most of what readers see may come from a script."""
        return self.has_script and self._characters < FEW_CHARACTERS

    @property
    def error(self) -> str:
        """The title or heading that says there is no such page; empty where none does."""
        for text in self._titles.values():
            words = " ".join(text.split())
            if says_not_found(words):
                return words
        return ""


def _seconds(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return MAX_REFRESH_SECONDS + 1
