"""What is wrong with a layout's MJML, with file, line and column, before mrml lets it pass or chokes on it.

mrml renders an unknown tag as it stands, drops an unknown attribute, and takes any colour or width; quotes and `>` in
some places break it (docs/explanation/rendering.md). So nothing of that kind reaches it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from markupsafe import Markup

from newsletter.errors import LayoutError
from newsletter.rendering.components import Component, explain_value, load_components
from newsletter.rendering.faults import Opened, fail, fail_at_words, fail_to_close, place_of, words_between
from newsletter.rendering.inner_html import validate_html
from newsletter.rendering.markers import TAG
from newsletter.rendering.styles import find_style_fault
from newsletter.rendering.theme import WIDTHS
from newsletter.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATTRIBUTE = re.compile(r"([\w:@-]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_DEFAULTS = frozenset({"mj-all", "mj-class"})
_DESCRIBED = frozenset({"mj-image", "mj-carousel-image"})
_ONCE = frozenset({"mjml", "mj-head", "mj-body"})
_MJ_CLASS = re.compile(r"<mj-class(?:\ue000[\d,]+\ue001)?\s+(?:[^>]*\s)?name=\"([^\"]*)\"")
# Components that MJML has and mrml has not.
_INSTEAD = {
    "mj-include": 'Write {% include "file.mjml" %}.',
    "mj-font": "Name fonts in [type] of theme.toml; none is fetched from the web.",
}


def validate_mjml(marked: str, file: str = "") -> None:
    """Raise LayoutError for the first fault in MJML that still has its markers (newsletter.rendering.markers).

    `file` is the layout's own, for a fault that has no tag.
    """
    _Validator(marked, file).run()


class _Validator:
    """Walks through the tags with a stack of the components that are open."""

    def __init__(self, marked: str, file: str) -> None:
        self.marked = marked
        self.file = file
        self.components = load_components()
        self.classes = set(_MJ_CLASS.findall(marked))
        self.open: list[Opened] = []
        self.seen: set[str] = set()
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
                if self._holds_html(name) and self._parent() == name:
                    end = self._skip_html(name, end)
        self._check_between(end, len(self.marked))
        self._check_whole()

    def _check_whole(self) -> None:
        if self.open:
            self.position = self.open[-1].position
            self._fail(f"<{self.open[-1].name}> is not closed", f"Add </{self.open[-1].name}>.")
        hint = "Write <mjml><mj-body>…</mj-body></mjml>, or copy the layout.mjml of another layout."
        if "mjml" not in self.seen:
            raise LayoutError("This layout is empty.", hint=hint, file=self.file or None)
        if "mj-body" not in self.seen:
            raise LayoutError("This layout has no <mj-body>.", hint=hint, file=self.file or None)

    def _parent(self) -> str:
        return self.open[-1].name if self.open else ""

    def _tags(self) -> Iterator[re.Match[str]]:
        """Yield the tags of components, not those of the HTML inside them."""
        place = 0
        while found := TAG.search(self.marked, place):
            place = found.end()
            if found["name"]:
                yield found
                is_open = not found["close"] and not found["empty"] and self._parent() != "mj-attributes"
                if is_open and self._holds_html(found["name"]):
                    place = self.marked.find(f"</{found['name']}", place)

    def _holds_html(self, name: str) -> bool:
        return name in self.components and self.components[name].holds_html

    def _check_between(self, start: int, end: int) -> None:
        """Between components stands white space alone."""
        words = words_between(self.marked, start, end)
        if not words:
            return
        shown = " ".join(words.split())[:40]
        if words.startswith("<!--"):
            message, hint = "A comment is not closed", "Write --> at its end."
        elif words.startswith(("<!", "<?")):
            message, hint = (
                f"“{shown}” does not belong into MJML",
                "Take it out; emails get their doctype from a build.",
            )
        elif words.startswith("<"):
            message, hint = f"“{shown}…” is no whole tag", "Close its quotes, and write > at its end."
        else:
            message, hint = (
                f"“{shown}” stands outside of a component",
                "Put words into <mj-text>, and write &gt; for >.",
            )
        fail_at_words(self.marked, (start, end), message, hint, self.file)

    def _open(self, name: str, found: re.Match[str]) -> None:
        is_default = self._parent() == "mj-attributes" and name in _DEFAULTS
        if name not in self.components and not is_default:
            other = suggest(name, self.components) if name.startswith("mj") else "Put HTML into <mj-text> or <mj-raw>."
            hint = _INSTEAD.get(name, other)
            self._fail(f"MJML has no <{name}>", hint)
        self._check_nesting(name)
        attributes = self._read_attributes(found["attributes"])
        if self._parent() == "mj-attributes":
            self._check_defaults(name, attributes)
        else:
            self._check_attributes(name, self.components[name], attributes)
            if name == "mj-body":
                self._check_width(attributes.get("width", ""))
            if name in _DESCRIBED and "alt" not in attributes:
                hint = 'Write what the picture shows, or alt="" where it only decorates.'
                self._fail(f"<{name}> has no alt", hint)
        if not found["empty"]:
            self.open.append(Opened(name, self.position))

    def _check_nesting(self, name: str) -> None:
        if name in _ONCE and name in self.seen and self._parent() != "mj-attributes":
            self._fail(f"<{name}> stands here a second time", "Keep one of them.")
        self.seen.add(name)
        parent = self._parent()
        allowed = self.components[parent].children if parent else ("mjml",)
        if name not in allowed and "*" not in allowed:
            where = f"in <{parent}>" if parent else "at the top"
            inside = ", ".join(f"<{child}>" for child in allowed) or "no component"
            hint = f"Allowed there: {inside}."
            if parent:
                hint += f" Or close <{parent}> of {place_of(self.marked, self.open[-1].position)} first."
            self._fail(f"<{name}> may not stand {where}", hint)

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
            if attribute == "mj-class":
                self._check_classes(value)
            if expected := explain_value(attribute, component.attributes[attribute], value):
                self._fail(f'{attribute}="{value}" on <{name}> is not {expected}', f"Write {expected}.", attribute)

    def _check_width(self, width: str) -> None:
        if width and not WIDTHS[0] <= float(width.removesuffix("px")) <= WIDTHS[1]:
            hint = "Write {{ theme.shape.width }}px, and the number in [shape] of theme.toml."
            message = f'width="{width}" on <mj-body> is not from {WIDTHS[0]}px to {WIDTHS[1]}px'
            self._fail(message, hint, "width")

    def _check_classes(self, value: str) -> None:
        for name in value.split():
            if name not in self.classes:
                hint = suggest(name, self.classes) if self.classes else 'Add <mj-class name="…" /> in <mj-attributes>.'
                self._fail(f"There is no mj-class “{name}”", hint, "mj-class")

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
        if self._parent() != name:
            fail_to_close(self.marked, self.open, Opened(name, self.position))
        self.open.pop()

    def _skip_html(self, name: str, start: int) -> int:
        end = self.marked.find(f"</{name}", start)
        if end < 0:
            self._fail(f"<{name}> is not closed", f"Add </{name}>.")
        if name == "mj-style":
            message, hint = find_style_fault(self.marked[start:end])
            if message:
                self._fail(message, hint)
        else:
            validate_html(self.marked, self.open[-1], start, end)
        return end

    def _fail(self, message: str, hint: str, attribute: str = "") -> NoReturn:
        fail(self.marked, self.position, message, hint, attribute)
