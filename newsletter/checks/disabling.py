"""Words of controls that are switched off, which nobody needs to read (WCAG 2.2, 1.4.3: inactive components)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.nesting import nearest, with_descendants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document

_CONTROLS = frozenset({"button", "input", "select", "textarea"})
_CAN_BE_DISABLED = _CONTROLS | {"fieldset", "optgroup", "option"}


def disabled_elements(document: Document) -> frozenset[int]:
    """Give the ids (as of `id()`) of elements in something disabled, and of those that label it."""
    stated = filter(_is_disabled, document.index.having("disabled", "aria-disabled"))
    off = with_descendants(document, set(map(id, stated)))
    controls = [it for it in document.elements if id(it) in off]
    return with_descendants(document, off | {id(label) for control in controls for label in _labels(document, control)})


def _is_disabled(element: Tag) -> bool:
    is_off = element.name in _CAN_BE_DISABLED and element.has_attr("disabled")
    return is_off or str(element.get("aria-disabled") or "").strip().lower() == "true"


def _labels(document: Document, control: Tag) -> Iterator[Tag]:
    """Yield what names a control: the label around it or for it, and what aria-labelledby points to."""
    yield from document.names.labels(control)
    if control.name in _CONTROLS and (around := nearest(control, ("label",))):
        yield around
