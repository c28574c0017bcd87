"""What is wrong with a layout's MJML, with file, line and column, before mrml lets it pass or chokes on it.

mrml renders an unknown tag as it stands, drops an unknown attribute, and takes any colour or width; quotes and `>` in
some places break it (docs/explanation/rendering.md). So nothing of that kind reaches it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from markupsafe import Markup

from newsletter.rendering.components import Component, explain_value, load_components
from newsletter.rendering.faults import fail
from newsletter.rendering.inner_html import validate_html
from newsletter.rendering.markers import TAG
from newsletter.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATTRIBUTE = re.compile(r"([\w:@-]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_DEFAULTS = frozenset({"mj-all", "mj-class"})
_DESCRIBED = frozenset({"mj-image", "mj-carousel-image"})


def validate_mjml(marked: str) -> None:
    """Raise LayoutError for the first fault in MJML that still has its markers (newsletter.rendering.markers)."""
    _Validator(marked).run()


class _Validator:
    """Walks through the tags with a stack of the components that are open."""

    def __init__(self, marked: str) -> None:
        self.marked = marked
        self.components = load_components()
        self.open: list[str] = []
        self.position = 0

    def run(self) -> None:
        end = 0
        for found in self._tags():
            self._check_between(end, found.start())
            end = found.end()
            self.position = found.start("name")
            if found["close"]:
                self._close(found["name"] + found["rest"])
            else:
                name = found["name"] + found["rest"]
                self._open(name, found)
                if self._holds_html(name) and self.open[-1:] == [name]:
                    end = self._skip_html(name, end)
        self._check_between(end, len(self.marked))
        if self.open:
            self._fail(f"<{self.open[-1]}> is not closed", f"Add </{self.open[-1]}>.")

    def _tags(self) -> Iterator[re.Match[str]]:
        """Yield the tags of components, not those of the HTML inside them."""
        place = 0
        while found := TAG.search(self.marked, place):
            place = found.end()
            if found["name"]:
                yield found
                is_open = not found["close"] and not found["empty"] and self.open[-1:] != ["mj-attributes"]
                if is_open and self._holds_html(found["name"]):
                    place = self.marked.find(f"</{found['name']}", place)

    def _holds_html(self, name: str) -> bool:
        return name in self.components and self.components[name].holds_html

    def _check_between(self, start: int, end: int) -> None:
        """Between components stands white space alone."""
        words = self.marked[start:end].strip()
        if words and not words.startswith("<!--"):
            self.position = start + 1
            shown = " ".join(words.split())[:40]
            self._fail(f"“{shown}” stands outside of a component", "Put words into <mj-text>, and write &gt; for >.")

    def _open(self, name: str, found: re.Match[str]) -> None:
        is_default = self.open[-1:] == ["mj-attributes"] and name in _DEFAULTS
        if name not in self.components and not is_default:
            hint = suggest(name, self.components) if name.startswith("mj") else "Put HTML into <mj-text> or <mj-raw>."
            self._fail(f"MJML has no <{name}>", hint)
        self._check_nesting(name)
        attributes = self._read_attributes(found["attributes"])
        parent = self.open[-1] if self.open else ""
        if parent == "mj-attributes":
            self._check_defaults(name, attributes)
        else:
            self._check_attributes(name, self.components[name], attributes)
            if name in _DESCRIBED and "alt" not in attributes:
                hint = 'Write what the picture shows, or alt="" where it only decorates.'
                self._fail(f"<{name}> has no alt", hint)
        if not found["empty"]:
            self.open.append(name)

    def _check_nesting(self, name: str) -> None:
        parent = self.open[-1] if self.open else ""
        allowed = self.components[parent].children if parent else ("mjml",)
        if name not in allowed and "*" not in allowed:
            where = f"in <{parent}>" if parent else "at the top"
            inside = ", ".join(f"<{child}>" for child in allowed) or "no component"
            self._fail(f"<{name}> may not stand {where}", f"Allowed there: {inside}.")

    def _check_defaults(self, name: str, attributes: dict[str, str]) -> None:
        if name == "mj-class":
            attributes.pop("name", None)
        if name == "mj-body":
            self._fail("mrml reads no defaults for <mj-body>", "Write them on <mj-body> itself.")
        if name in _DEFAULTS:
            known = {key: kind for component in self.components.values() for key, kind in component.attributes.items()}
            self._check_attributes(name, Component(known, (), holds_html=False), attributes)
        else:
            self._check_attributes(name, self.components[name], attributes)

    def _check_attributes(self, name: str, component: Component, attributes: dict[str, str]) -> None:
        for attribute, value in attributes.items():
            if attribute not in component.attributes:
                hint = suggest(attribute, component.attributes)
                self._fail(f"<{name}> has no attribute {attribute}", hint, attribute)
            if expected := explain_value(attribute, component.attributes[attribute], value):
                self._fail(f'{attribute}="{value}" on <{name}> is not {expected}', f"Write {expected}.", attribute)

    def _read_attributes(self, text: str) -> dict[str, str]:
        """Read attributes in double quotes; mrml lets others break out of the tag."""
        attributes: dict[str, str] = {}
        for name, quoted in _ATTRIBUTE.findall(text):
            if not quoted.startswith('"'):
                self._fail(f"The value of {name} is not in double quotes", f'Write {name}="…".', name)
            if name in attributes:
                self._fail(f"{name} stands here twice", "Keep one of them.", name)
            attributes[name] = Markup(quoted[1:-1]).unescape()  # noqa: S704 - read, and never written
        return attributes

    def _close(self, name: str) -> None:
        if not self.open or self.open[-1] != name:
            expected = f"</{self.open[-1]}>" if self.open else "nothing"
            self._fail(f"</{name}> closes what is not open", f"Expected here: {expected}.")
        self.open.pop()

    def _skip_html(self, name: str, start: int) -> int:
        end = self.marked.find(f"</{name}", start)
        if end < 0:
            self._fail(f"<{name}> is not closed", f"Add </{name}>.")
        if name != "mj-style":
            validate_html(self.marked, name, start, end)
        return end

    def _fail(self, message: str, hint: str, attribute: str = "") -> NoReturn:
        fail(self.marked, self.position, message, hint, attribute)
