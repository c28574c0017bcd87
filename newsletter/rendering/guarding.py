"""What the functions that templates call may be given: a template that hands over something else is told so."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateRuntimeError

from newsletter.model import Block, Image, Inline, Table, Video

if TYPE_CHECKING:
    from collections.abc import Callable

# Function → what its first argument is, and how it is called.
_KINDS: dict[str, tuple[Any, str]] = {
    "flow": (Block, "flow(block)"),
    "fit": (Image | Video, "fit(block)"),
    "align": (Table, "align(block, loop.index0)"),
    "measure_table": (Table, "measure_table(block)"),
    "image_url": (str, "image_url(block.source)"),
    "safe_url": (str, "safe_url(block.target)"),
}
_WORDS = {
    "inlines": "inlines(block.content)",
    "turned": "turned(block.content)",
    "draw_button": "draw_button(block.content, false)",
}


def guard(function: Callable[..., Any]) -> Callable[..., Any]:
    """Let a function refuse what it cannot use, with an example of what it can."""
    name = function.__name__
    if name not in _KINDS and name not in _WORDS:
        return function
    kind, example = _KINDS.get(name, (tuple, _WORDS.get(name, "")))

    @functools.wraps(function)
    def guarded(given: object = None, *others: object, **named: object) -> Any:  # noqa: ANN401 - whatever the function returns
        if not isinstance(given, kind) or (name in _WORDS and not all(isinstance(it, Inline) for it in given)):
            what = "nothing" if given is None else f"this {type(given).__name__.lower()}"
            raise TemplateRuntimeError(f"{name} cannot use {what}; write it like {example}")
        return function(given, *others, **named)

    return guarded
