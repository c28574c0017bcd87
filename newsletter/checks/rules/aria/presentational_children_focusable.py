"""Something to press inside an element that is read as one piece.

## Why it matters

Screen readers read a button or an image as one word. A link inside it can be focused, and is not announced.

## Fails

```html
<button>Save <a href="https://example.org/">as a page</a></button>
```

## Passes

```html
<button>Save</button> <a href="https://example.org/">Save as a page</a>
```

## Silent

On hidden elements, and on what has a negative tabindex or is disabled.

## References

- WCAG 2.2, 4.1.2 Name, Role, Value
- ACT 307n5z
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import is_in_tab_order
from newsletter.checks.aria.tables import roles
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find elements whose role hides its children, with something in the order of the Tab key inside."""
    flat = document.index.of_role(*(name for name, role in roles().items() if role.hides_children))
    nearest: dict[int, Tag] = {id(element): element for element in flat}
    for element in document.elements if flat else ():
        around = nearest.get(id(element.parent))
        if around is None:
            continue
        nearest.setdefault(id(element), around)
        if is_in_tab_order(element) and document.is_exposed(element) and document.is_exposed(around):
            yield Defect("Take what can be pressed out of the element around it, which is read as one.", around)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("4.1.2",), act=("307n5z",))
