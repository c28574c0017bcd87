"""Accessible names and descriptions, by Accessible Name and Description Computation 1.2 (steps 2A to 2I).

Content of ::before and ::after is not looked at: mail programs remove it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from newsletter.checks.aria.tables import roles
from newsletter.checks.defaults import BLOCKS
from newsletter.checks.whitespace import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.cascade import Cascade
    from newsletter.checks.element_index import ElementIndex

# Deeper than any email nests; what is below says nothing rather than exhausting the stack.
MAX_DEPTH = 150
# Roles, and elements with them, that are named by what they hold (ARIA 1.2, section 5.2.8.6).
NAMED_BY_CONTENT_WORDS = (
    "button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option radio "
    "row rowheader sectionhead switch tab tooltip treeitem"
)
NAMED_BY_CONTENT = frozenset(NAMED_BY_CONTENT_WORDS.split())
_CONTENT_ELEMENTS_WORDS = "a button caption figcaption h1 h2 h3 h4 h5 h6 label legend option summary td th tr"
_CONTENT_ELEMENTS = frozenset(_CONTENT_ELEMENTS_WORDS.split())
_ALT = frozenset({"img", "area"})
_CAPTIONS = {"fieldset": "legend", "table": "caption", "figure": "figcaption"}
_FORM = frozenset({"input", "select", "textarea", "button", "meter", "output", "progress"})
_BUTTONS = {"submit": "Submit", "reset": "Reset"}
_TEXT_INPUTS = frozenset({"text", "search", "email", "tel", "url", "number", ""})
_UNSAID = frozenset({"script", "style", "template", "head", "noscript"})


class Names:
    """Names the elements of one document."""

    def __init__(self, index: ElementIndex, cascade: Cascade) -> None:
        """Keep what names are computed from."""
        self._index = index
        self._by_id = index.by_id
        self._cascade = cascade
        self._known: dict[int, str] = {}
        self._labels: dict[int, list[Tag]] | None = None

    def name(self, element: Tag) -> str:
        """Compute the accessible name; empty where there is none."""
        if id(element) not in self._known:
            self._known[id(element)] = squeeze(self._compute(element, set(), is_top=True))
        return self._known[id(element)]

    def description(self, element: Tag) -> str:
        """Compute the accessible description: aria-describedby, aria-description, or a title that is not the name."""
        if described := self._referenced(element, "aria-describedby", set()):
            return squeeze(described)
        title = squeeze(str(element.get("aria-description") or element.get("title") or ""))
        return title if title != self.name(element) else ""

    def _compute(
        self, element: Tag, visited: set[int], *, is_top: bool = False, is_referenced: bool = False, depth: int = 0
    ) -> str:
        if id(element) in visited or depth > MAX_DEPTH:
            return ""
        visited = visited | {id(element)} if is_top or is_referenced else visited
        if not is_referenced and (referenced := self._referenced(element, "aria-labelledby", visited)).strip():
            return referenced
        if not is_top and not is_referenced and (value := self._embedded_value(element)) is not None:
            return value
        if label := squeeze(str(element.get("aria-label") or "")):
            return label
        if (native := self._native(element, visited, depth)).strip():
            return native
        if not is_top or is_referenced or _is_named_by_content(element):
            content = self._content(element, visited, depth, is_shown=not is_referenced or self._is_shown(element))
            if content.strip():
                return content
        return squeeze(str(element.get("title") or "")) or self._placeholder(element)

    def _referenced(self, element: Tag, attribute: str, visited: set[int]) -> str:
        names = dict.fromkeys(str(element.get(attribute) or "").split())
        targets = [self._by_id[name] for name in names if name in self._by_id]
        return " ".join(
            self._compute(target, visited - {id(target)} if target is element else visited, is_referenced=True)
            for target in targets
        )

    def _native(self, element: Tag, visited: set[int], depth: int) -> str:
        """What HTML itself names an element by (HTML Accessibility API Mappings 1.0, section 4.1)."""
        name, kind = element.name, str(element.get("type") or "").lower()
        if name in _ALT or (name == "input" and kind == "image"):
            return str(element.get("alt") or "") or self._label(element, visited, depth)
        if name == "input" and kind in {"submit", "reset", "button"}:
            return str(element.get("value") or "") or self._label(element, visited, depth) or _BUTTONS.get(kind, "")
        if name in _FORM:
            return self._label(element, visited, depth)
        if name == "svg" and (title := element.find("title", recursive=False)):
            return title.get_text()
        if name in _CAPTIONS and (caption := element.find(_CAPTIONS[name], recursive=False)):
            return self._compute(caption, visited, depth=depth + 1)
        if name == "iframe":
            return str(element.get("title") or "")
        return ""

    def labels(self, element: Tag) -> list[Tag]:
        """List what labels a control: what aria-labelledby names, or else its label elements."""
        named = [self._by_id[name] for name in str(element.get("aria-labelledby") or "").split() if name in self._by_id]
        return named or self._label_elements(element)

    def _label_elements(self, element: Tag) -> list[Tag]:
        if self._labels is None:
            self._labels = {}
            for label in self._index.named("label"):
                target = self._by_id.get(str(label["for"])) if label.has_attr("for") else label.find([*_FORM])
                if isinstance(target, Tag) and target.name in _FORM:
                    self._labels.setdefault(id(target), []).append(label)
        return self._labels.get(id(element), [])

    def _label(self, element: Tag, visited: set[int], depth: int) -> str:
        labels = self._label_elements(element)
        return " ".join(self._content(label, visited | {id(element)}, depth + 1, is_shown=True) for label in labels)

    def _content(self, element: Tag, visited: set[int], depth: int, *, is_shown: bool) -> str:
        """Join what an element holds; of something hidden that is referenced, the hidden content too (step 2A)."""
        return "".join(self._pieces(element, visited, depth, is_shown=is_shown))

    def _pieces(self, element: Tag, visited: set[int], depth: int, *, is_shown: bool) -> Iterator[str]:
        for node in element.contents:
            if isinstance(node, Tag):
                if node.name in _UNSAID or (is_shown and not self._is_shown(node)):
                    continue
                if is_shown:
                    text = self._compute(node, visited, depth=depth + 1)
                else:
                    text = self._native(node, visited, depth) or self._content(node, visited, depth + 1, is_shown=False)
                yield text if not self._is_apart(node) else f" {text} "
            elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                yield str(node)

    def _is_apart(self, node: Tag) -> bool:
        return (
            node.name in BLOCKS
            or node.name in {"br", "img", "td", "th", "tr", "table", "svg", "input"}
            or (self._cascade.style(node).display not in {"inline", "contents"})
        )

    def _is_shown(self, element: Tag) -> bool:
        style = self._cascade.style(element)
        is_hidden = str(element.get("aria-hidden") or "").lower() == "true"
        return style.is_displayed and style.is_visible and not is_hidden

    @staticmethod
    def _embedded_value(element: Tag) -> str | None:
        """The value of a control inside of what is named (step 2C)."""
        role, kind = str(element.get("role") or "").lower(), str(element.get("type") or "").lower()
        if element.name == "textarea" or role == "textbox":
            return element.get_text()
        if element.name == "input" and kind in _TEXT_INPUTS:
            return str(element.get("value") or "")
        if element.name == "select" or role in {"listbox", "combobox"}:
            chosen = element.select("option[selected], [aria-selected=true]") or element.find_all("option", limit=1)
            return " ".join(option.get_text() for option in chosen)
        if role in {"slider", "spinbutton", "progressbar"} or kind == "range":
            return str(element.get("aria-valuetext") or element.get("aria-valuenow") or element.get("value") or "")
        return None

    @staticmethod
    def _placeholder(element: Tag) -> str:
        return str(element.get("placeholder") or "") if element.name in {"input", "textarea"} else ""


def _is_named_by_content(element: Tag) -> bool:
    words = str(element.get("role") or "").lower().split()
    role = next((word for word in words if word in roles() and not roles()[word].is_abstract), "")
    if not role or role in {"none", "presentation"}:
        return element.name in _CONTENT_ELEMENTS
    return role in NAMED_BY_CONTENT or "contents" in roles()[role].naming
