"""Parts that are shown in another order than they are read.

## Why it matters

A screen reader follows the source. Where styles move parts, “as the picture on the left shows” comes before the
picture, and a price stands at the wrong thing.

## Fails

```html
<table role="presentation" dir="rtl"><tr><td dir="ltr">First we talk for an hour</td>
<td dir="ltr">Then we look at the garden</td></tr></table>
```

## Passes

```html
<table role="presentation"><tr><td>First we talk for an hour</td><td>Then we look at the garden</td></tr></table>
```

## Silent

On parts in a language that is written from right to left. Only a person can tell whether the order matters, so it asks
for a look (`review`), at the element that moves what is in it.

## References

- WCAG 2.2, 1.3.2 Meaningful Sequence
- WCAG failure F1
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bs4 import Tag

    from newsletter.checks.document import Document


MOVED = "Look whether the order of the source, in which it is read aloud, makes sense: {} shows it in another."
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
GROUPS = {"table-header-group": "thead", "table-footer-group": "tfoot"}


def find(document: Document) -> Iterator[Defect]:
    """Find columns swapped by direction, and parts moved by order, reversed rows, table groups, floats or position."""
    for element in document.elements:
        style = document.cascade.style(element)
        cause = _cause(element, style.declared)
        if cause and document.is_exposed(element) and style.is_seen and (words := document.words(element)):
            if cause.endswith("rtl") and RIGHT_TO_LEFT.search(words):
                continue
            yield Defect(MOVED.format(cause), element, Outcome.REVIEW)


def _cause(element: Tag, declared: Mapping[str, str]) -> str:
    """Name what moves parts; empty where nothing does."""
    get = declared.get
    is_rtl = str(element.get("dir") or get("direction") or "").strip().lower() == "rtl"
    if is_rtl and element.name not in {"html", "body"} and _has_parts(element):
        return "dir=rtl"
    if get("order", "0").strip() not in {"0", "initial", "unset"}:
        return f"order:{declared['order']}"
    if (flow := get("flex-direction", "") + get("flex-flow", "")) and "reverse" in flow and _has_parts(element):
        return flow
    if (group := GROUPS.get(get("display", "").lower())) and element.name != group:
        return f"display:{declared['display']}"
    if get("float") == "right" and _next_floats_left(element):
        return "float:right"
    return f"position:{declared['position']}" if get("position") in {"absolute", "fixed"} else ""


def _has_parts(element: Tag) -> bool:
    """Whether there are two things side by side to swap."""
    parts = element.find_all(["td", "th", "div"])
    return any(len([it for it in parts if it.parent is part.parent]) > 1 for part in parts[:4])


def _next_floats_left(element: Tag) -> bool:
    following = element.find_next_sibling()
    return following is not None and bool(re.search(r"float\s*:\s*left", str(following.get("style") or "")))


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.3.2",))
