"""A list item outside a list, or something else inside one.

## Why it matters

A screen reader counts the items of a list. Stray items are not counted, and what stands between them breaks the list.

## Fails

```html
<div><li>Spring</li></div>
```

## Passes

```html
<ul><li>Spring</li></ul>
```

## Silent

On lists with the role of presentation or of something else, and on those that are loading (aria-busy).

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- ACT bc4a75
- HTML, 4.4.5 to 4.4.8
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.busy import busy_elements
from newsletter.checks.aria.roles import explicit_role
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


LISTS = frozenset({"ul", "ol", "menu"})
ALLOWED = frozenset({"li", "script", "template", "style"})


def find(document: Document) -> Iterator[Defect]:
    """Find li outside ul and ol, and other elements right inside these."""
    busy = busy_elements(document)
    for element in document.elements:
        parent = element.parent
        if parent is None or (element.name != "li" and parent.name not in LISTS) or not document.is_exposed(element):
            continue
        if parent.name in LISTS and id(parent) in busy:
            continue
        if element.name == "li" and parent.name not in LISTS and not element.has_attr("role") and not _is_list(parent):
            yield Defect("Put this item into <ul> or <ol>.", element)
        elif parent.name in LISTS and not explicit_role(parent) and _is_stray(element):
            yield Defect("Right inside a list only <li> may stand: put this into one.", element)


def _is_list(parent: Tag) -> bool:
    return explicit_role(parent) in {"list", "directory"}


def _is_stray(element: Tag) -> bool:
    return element.name not in ALLOWED and explicit_role(element) not in {"listitem", "none", "presentation"}


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.1",), act=("bc4a75",))
