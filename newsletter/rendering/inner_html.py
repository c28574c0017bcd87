"""What is wrong with the HTML inside a component of MJML: mrml chokes on it, or lets it break out."""

from __future__ import annotations

import functools
import re
from typing import NoReturn

from markupsafe import Markup

from newsletter.errors import LayoutError
from newsletter.rendering.faults import Opened, fail, fail_to_close, place_of
from newsletter.rendering.markers import TAG
from newsletter.rendering.styles import find_style_fault, is_style

# HTML, section 13.1.2: elements that have no end.
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
# Their words stand in attributes of the email too, or are escaped by mrml.
_WORDS_ALONE = frozenset({"mj-title", "mj-preview"})
_QUOTED = re.compile(r'=\s*"[^"]*"')
_NAME = re.compile(r'([\w:-]+)\s*="[^"]*"')
_STYLE = re.compile(r'\sstyle\s*=\s*"([^"]*)"')


def validate_html(marked: str, component: Opened, start: int, end: int) -> None:
    """Raise LayoutError for the first fault of a component between `start` and `end` of MJML with its markers.

    Faults are other components, a bare `>`, attributes without double quotes, elements that are not closed in order.
    """
    if not _is_sound(marked[start:end], component.name):
        _HtmlValidator(marked, component).run(start, end)


@functools.lru_cache(maxsize=1024)
def _is_sound(html: str, component: str) -> bool:
    """Whether HTML has no fault; most of an issue's is as it was in the build before."""
    try:
        _HtmlValidator(html, Opened(component, 0)).run(0, len(html))
    except LayoutError:
        return False
    return True


class _HtmlValidator:
    """Walks through the tags with a stack of the elements that are open."""

    def __init__(self, marked: str, component: Opened) -> None:
        self.marked = marked
        self.component = component
        self.open: list[Opened] = []
        self.position = 0

    def run(self, start: int, end: int) -> None:
        place = start
        for found in TAG.finditer(self.marked, start, end):
            self._check_words(place, found.start())
            place = found.end()
            self.position = found.start("name") if found["name"] else found.start()
            self._check_tag(found)
            self._follow(found)
        if self.open:
            self.position = self.open[-1].position
            self._fail(f"<{self.open[-1].name}> is not closed", f"Add </{self.open[-1].name}>.")
        self._check_words(place, end)

    def _check_tag(self, found: re.Match[str]) -> None:
        name, attributes = found["name"] or "", found["attributes"] or ""
        if name.startswith("mj"):
            hint = f"Close <{self.component.name}> of {place_of(self.marked, self.component.position)} first."
            self._fail(f"<{name}> may not stand in <{self.component.name}>", hint)
        if self.component.name in _WORDS_ALONE:
            self._fail(f"<{self.component.name}> holds words alone", "Leave tags and comments out.")
        if not found["close"] and re.search(r"['=]", _QUOTED.sub("", attributes)):
            self._fail("An attribute is not in double quotes", 'Write name="…".')
        names = _NAME.findall(attributes)
        if twice := [it for it in names if names.count(it) > 1]:
            self._fail(f"<{name}> has {twice[0]} twice", "Keep one of the two.")
        if name.lower() == "style" and not found["close"]:
            message, hint = find_style_fault(self.marked[found.end() :].partition("</")[0])
            if message:
                self._fail(message, hint)
        style = _STYLE.search(attributes)
        if style and not is_style(Markup(style[1]).unescape()):  # noqa: S704 - read, and never written
            self._fail(f'style="{style[1]}" is not CSS', "Write property: value; and so on.", "style")

    def _follow(self, found: re.Match[str]) -> None:
        """Keep the elements that are open; mrml wants them closed in order."""
        name = (found["name"] or "") + (found["rest"] or "")
        if name in _VOID and found["close"]:
            self._fail(f"<{name}> has no end", f"Take </{name}> out.")
        if not name or name in _VOID or found["empty"]:
            return
        if not found["close"]:
            self.open.append(Opened(name, self.position))
        elif not self.open or self.open[-1].name != name:
            fail_to_close(self.marked, self.open, Opened(name, self.position))
        else:
            self.open.pop()

    def _check_words(self, start: int, end: int) -> None:
        if (bare := re.search(r"[<>]", self.marked[start:end])) is not None:
            self.position = start + bare.start() + 1
            if self.marked.startswith("<!--", start + bare.start()):
                hint = "Write --> at its end, in the same component; {% call outlook() %} writes for Outlook alone."
                self._fail("A comment is not closed", hint)
            self._fail(f"A {bare[0]} stands alone", "Write &gt; for > and &lt; for <, and close every tag.")

    def _fail(self, message: str, hint: str, attribute: str = "") -> NoReturn:
        fail(self.marked, self.position, message, hint, attribute)
