"""What the HTML of a page tells: its parts, where it sends on to, and whether it only says “not found”."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import ClassVar

from newsletter.checks.linking.titles import says_not_found

_REFRESH = re.compile(r"\s*([\d.]+)\s*(?:[;,]\s*(?:url\s*=)?|\s)\s*['\"]?\s*([^'\">]+)", re.IGNORECASE)
MAX_REFRESH_SECONDS = 1.0
# A page with fewer words than this may be one that its script fills in, or one that says only that it is none.
FEW_CHARACTERS = 400
MAX_SCRIPT_CHARACTERS = 1_000_000
_SENTENCE_END = re.compile(r"[.!?]+(?:\s+|$)")
# What scripts of code and of talks name on the page once it is shown: GitHub's lines and comments, and their like.
_MADE_BY_SCRIPT = re.compile(
    r"L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?|diff-[0-9a-f]+\w*|(?:issuecomment-|discussion_r|note_)\d+"
)


class Page(HTMLParser):
    """A page, read in one pass; what is wrong with its HTML does no harm.

    `names` are the parts that a link may name; `refresh` is where it sends on to at once, empty where it does not.
    """

    # What is written in these is no part of the page.
    _SILENT: ClassVar = frozenset({"script", "style", "template", "noscript", "textarea", "iframe", "xmp"})
    _HEADINGS: ClassVar = frozenset({"h1", "h2", "h3"})

    def __init__(self, html: str) -> None:
        """Read `html`."""
        super().__init__(convert_charrefs=True)
        self.names: set[str] = set()
        self.refresh = ""
        self._inside = ""
        # The title and the first heading.
        self._titles: dict[str, str] = {}
        self._scripts: list[str] = []
        self._words: list[str] = []
        self._characters = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element's names."""
        if self._inside in self._SILENT:
            return
        values = dict(reversed(attrs))
        self.names.update(filter(None, (values.get("id"), values.get("name") if tag == "a" else None)))
        if tag == "meta" and str(values.get("http-equiv")).lower() == "refresh":
            self.refresh = read_refresh(values.get("content") or "") or self.refresh
        if tag == "script":
            self._scripts.append("")
        is_first = tag not in self._titles and (tag == "title" or not self._HEADINGS & self._titles.keys())
        if tag in self._SILENT or (is_first and tag in {"title", *self._HEADINGS}):
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        """Leave a title, a heading or a script."""
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Collect titles and scripts, and the first words that readers see."""
        if self._inside == "script":
            self._scripts.append(data[:MAX_SCRIPT_CHARACTERS])
        elif self._inside not in self._SILENT:
            if self._inside:
                self._titles[self._inside] = self._titles.get(self._inside, "") + data
            if self._inside != "title" and (words := data.strip()):
                self._characters += len(words)
                if self._characters < FEW_CHARACTERS:
                    self._words.append(words)

    def has_part(self, name: str) -> bool:
        """Whether a link can lead to a part of this name; GitHub writes its own before those of readers' files."""
        return name in self.names or f"user-content-{name}" in self.names

    def may_make(self, name: str) -> bool:
        """Whether a script of the page may still make a part of this name."""
        if not self._scripts:
            return False
        is_short = self._characters < FEW_CHARACTERS
        quoted = (f"{mark}{name}{mark}" for mark in "\"'`")
        return is_short or bool(_MADE_BY_SCRIPT.fullmatch(name)) or any(it in "".join(self._scripts) for it in quoted)

    @property
    def error(self) -> str:
        """The title, heading or sentence that says there is no such page; empty where none does."""
        sentences = []
        if self._characters < FEW_CHARACTERS:
            sentences = [it for words in self._words for it in _SENTENCE_END.split(words) if it.count(" ") > 1]
        for text in (*self._titles.values(), *sentences):
            words = " ".join(text.split())
            if says_not_found(words):
                return words
        return ""


def read_refresh(content: str) -> str:
    """Read what a meta element or a Refresh header says: where it leads at once; empty where it does not."""
    found = _REFRESH.match(content)
    return found[2].strip() if found and _seconds(found[1]) <= MAX_REFRESH_SECONDS else ""


def _seconds(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return MAX_REFRESH_SECONDS + 1
