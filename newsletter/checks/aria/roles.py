"""Which role an element has: what it says, or what HTML gives it (HTML-AAM 1.0, ARIA in HTML)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.tables import attributes, global_attributes, roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document

# A link, and the roles that inherit from it (DPub-ARIA 1.1).
LINKS = frozenset({"link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref"})
PRESENTATION = frozenset({"presentation", "none"})
GENERIC = "generic"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NATIVE = {
    "article": "article", "aside": "complementary", "blockquote": "blockquote", "button": "button",
    "caption": "caption", "code": "code", "datalist": "listbox", "del": "deletion", "dfn": "term",
    "details": "group", "dialog": "dialog", "em": "emphasis", "fieldset": "group", "figure": "figure", "form": "form",
    "hr": "separator", "ins": "insertion", "li": "listitem", "main": "main", "math": "math", "menu": "list",
    "meter": "meter", "nav": "navigation", "ol": "list", "optgroup": "group", "option": "option", "output": "status",
    "p": "paragraph", "progress": "progressbar", "search": "search", "strong": "strong", "sub": "subscript",
    "sup": "superscript", "table": "table", "tbody": "rowgroup", "td": "cell", "textarea": "textbox",
    "tfoot": "rowgroup", "th": "columnheader", "thead": "rowgroup", "time": "time", "tr": "row", "ul": "list",
    **dict.fromkeys(HEADINGS, "heading"),
    **dict.fromkeys(("b", "bdi", "bdo", "center", "data", "div", "font", "i"), GENERIC),
    **dict.fromkeys(("pre", "q", "samp", "small", "span", "u"), GENERIC),
}  # fmt: skip
_INPUTS = {
    "button": "button", "checkbox": "checkbox", "email": "textbox", "image": "button", "number": "spinbutton",
    "password": "textbox", "radio": "radio", "range": "slider", "reset": "button", "search": "searchbox",
    "submit": "button", "tel": "textbox", "text": "textbox", "url": "textbox",
}  # fmt: skip
# What HTML itself says for the attribute that a role requires.
_SAID_BY_HTML = {"aria-checked": {"checkbox", "radio"}, "aria-valuenow": {"range", "number"}}
_CONTROLS = frozenset({"button", "input", "select", "textarea"})


def explicit_role(element: Tag) -> str:
    """Give the first valid word of the role attribute; empty without one."""
    if "role" not in element.attrs:
        return ""
    words = str(element.get("role") or "").lower().split()
    return next((word for word in words if word in roles() and not roles()[word].is_abstract), "")


def implicit_role(element: Tag) -> str:
    """Give the role that HTML gives an element; empty where it gives none."""
    name = element.name
    if name in {"a", "area"}:
        return "link" if element.has_attr("href") else GENERIC
    if name == "img":
        return "presentation" if element.get("alt") == "" else "img"
    if name == "input":
        return _INPUTS.get(str(element.get("type") or "text").lower(), "textbox")
    if name == "select":
        return "listbox" if element.has_attr("multiple") or str(element.get("size") or "1") > "1" else "combobox"
    if name == "section":
        return "region" if element.has_attr("aria-label") or element.has_attr("aria-labelledby") else GENERIC
    if name == "th" and str(element.get("scope") or "").lower() in {"row", "rowgroup"}:
        return "rowheader"
    return _NATIVE.get(name, "")


def role_of(element: Tag) -> str:
    """Give the role of an element, explicit or implicit; presentation gives way where the two conflict (ARIA 5.4)."""
    said = explicit_role(element)
    if said in PRESENTATION:
        return implicit_role(element) if is_conflicting(element) else "presentation"
    native = implicit_role(element)
    if native == "presentation" and is_conflicting(element):
        return said or "img"
    return said or native


def is_conflicting(element: Tag) -> bool:
    """Whether an element can be focused, or has a global aria- attribute, so that it cannot be presentation."""
    return is_focusable(element) or has_global_attribute(element)


def has_global_attribute(element: Tag) -> bool:
    """Whether an attribute of ARIA that any role may have keeps an element in the accessibility tree."""
    given = (name for name in element.attrs if name in global_attributes() and name != "aria-hidden")
    return any(str(element[name]).strip() for name in given)


def is_focusable(element: Tag) -> bool:
    """Whether the keyboard or a script can focus an element."""
    return _is_native_focus(element) or _tabindex(element) is not None


def is_in_tab_order(element: Tag) -> bool:
    """Whether the Tab key reaches an element."""
    index = _tabindex(element)
    return index >= 0 if index is not None and not is_disabled(element) else _is_native_focus(element)


def is_disabled(element: Tag) -> bool:
    """Whether HTML switches a control off: by itself, or with the fieldset around it (HTML, 4.10.18.5)."""
    if element.name not in _CONTROLS:
        return False
    around = (it for it in element.parents if it.name == "fieldset")
    return element.has_attr("disabled") or any(it.has_attr("disabled") for it in around)


def _is_native_focus(element: Tag) -> bool:
    name = element.name
    if name in _CONTROLS:
        return not is_disabled(element) and str(element.get("type") or "").lower() != "hidden"
    if name in {"a", "area"}:
        return element.has_attr("href")
    if name == "summary":
        return element.parent is not None and element.parent.name == "details"
    is_player = name in {"audio", "video"} and element.has_attr("controls")
    return is_player or name == "iframe" or str(element.get("contenteditable", "false")).lower() in {"", "true"}


def _tabindex(element: Tag) -> int | None:
    try:
        return int(str(element["tabindex"]))
    except (KeyError, ValueError):
        return None


def required_attributes(element: Tag, role: str) -> frozenset[str]:
    """Name the attributes that a role requires, without those that HTML says by itself."""
    required = roles()[role].required
    kind = str(element.get("type") or "").lower() if element.name == "input" else ""
    said = {name for name, kinds in _SAID_BY_HTML.items() if kind in kinds}
    if role == "option":
        said.add("aria-selected")  # false where nothing is said (ARIA 1.2, 6.6)
    if role == "heading" and element.name in HEADINGS:
        said.add("aria-level")
    if role == "separator" and is_focusable(element):
        required = required | {"aria-valuenow"}
    if role == "combobox" and str(element.get("aria-expanded") or "").lower() != "true":
        said.add("aria-controls")
    return required - said


def owned(document: Document, element: Tag) -> Iterator[tuple[Tag, str]]:
    """Yield what an element owns and its role, through elements without a meaning of their own; then aria-owns."""
    waiting = [child for child in element.find_all(recursive=False) if document.is_exposed(child)]
    named = str(element.get("aria-owns") or "").split()
    if named:
        ids = document.index.by_id
        waiting += [ids[name] for name in named if name in ids]
    while waiting:
        child = waiting.pop(0)
        role = role_of(child)
        is_meant = child.name in {"input", "select", "textarea"} or has_global_attribute(child)
        if role in {"", GENERIC, "presentation"} and not is_meant:
            waiting[:0] = [it for it in child.find_all(recursive=False) if document.is_exposed(it)]
        else:
            yield child, role


def aria_attributes(element: Tag) -> list[str]:
    """List the attributes of an element that WAI-ARIA defines."""
    return [name for name in element.attrs if name in attributes()]


def words_of(element: Tag, name: str) -> list[str]:
    """List the words of an attribute; the parser has split some of them already."""
    value = element.get(name) or ""
    return value.split() if isinstance(value, str) else list(value)


def is_level_one(element: Tag) -> bool:
    """Whether an element is a heading of level 1."""
    return element.name == "h1" or (element.get("role") == "heading" and element.get("aria-level") == "1")
