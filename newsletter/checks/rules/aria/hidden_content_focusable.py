"""Something hidden from screen readers that the keyboard still reaches.

## Why it matters

Focus lands on it and the screen reader says nothing: its user does not know where they are. Many mail programs drop
aria-hidden, so that others hear it twice.

## Fails

```html
<p aria-hidden="true"><a href="https://example.org/">Our hours</a></p>
```

## Passes

```html
<p aria-hidden="true">✂ ✂ ✂</p>
```

## Silent

On what is not displayed or disabled or has a negative tabindex, and on aria-hidden with another value than true.

## References

- WCAG 2.2, 4.1.2 Name, Role, Value
- ACT 6cfa84
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import is_in_tab_order
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find elements with aria-hidden="true" that are, or hold, something in the order of the Tab key."""
    scripts = " ".join(script.get_text() for script in document.index.named("script"))
    end = 0
    for hider in document.index.having("aria-hidden"):
        start = document.position(hider)
        # What is inside a hidden element is hidden with it.
        if str(hider["aria-hidden"]).lower() != "true" or start < end:
            continue
        inside = (hider, *document.index.inside(hider))
        end = start + len(inside)
        reached = (it for it in inside if is_in_tab_order(it) and _is_shown(document, it))
        if not all(_moves_focus(element, scripts) for element in reached):
            yield Defect("Take aria-hidden away: the keyboard still reaches what is in it.", hider)


def _is_shown(document: Document, element: Tag) -> bool:
    styles = [document.cascade.style(node) for node in (element, *element.parents) if node.parent is not None]
    return styles[0].is_visible and all(style.is_displayed for style in styles)


def _moves_focus(element: Tag, scripts: str) -> bool:
    """Whether a script hands the focus on at once, as at the ends of a dialogue."""
    name = str(element.get("id") or "")
    return element.has_attr("onfocus") or bool(name and name in scripts and "focus" in scripts)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("4.1.2",), act=("6cfa84",))
