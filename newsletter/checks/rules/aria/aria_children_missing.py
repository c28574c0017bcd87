"""A role without the parts that it must hold, or with others.

## Why it matters

A list that holds no item is announced as empty, and what it does hold is counted wrongly.

## Fails

```html
<div role="list"><span role="link" tabindex="0">Spring</span></div>
```

## Passes

```html
<div role="list"><div role="listitem">Spring</div></div>
```

## Silent

On hidden elements, on those that are loading (aria-busy), and on roles that HTML gives by itself.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- ACT bc4a75
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.busy import busy_elements
from newsletter.checks.aria.roles import explicit_role, implicit_role, owned
from newsletter.checks.aria.tables import roles
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


# Between a role and its parts these may stand, with the same parts inside.
GROUPS = frozenset({"group", "rowgroup"})


def find(document: Document) -> Iterator[Defect]:
    """Find explicit roles that own nothing, or something that is none of their parts."""
    busy = busy_elements(document)
    for element in document.elements:
        role = explicit_role(element) if element.has_attr("role") else ""
        allowed = roles()[role].children if role else frozenset()
        is_asked = allowed and role != implicit_role(element) and document.is_exposed(element)
        if not is_asked or id(element) in busy:
            continue
        parts = list(_parts(document, element, allowed, set()))
        if not parts or set(parts) - allowed:
            needed = ", ".join(sorted(allowed))
            yield Defect(f"The role “{role}” may hold only these, and holds none or others: {needed}.", element)


def _parts(document: Document, element: Tag, allowed: frozenset[str], seen: set[int]) -> Iterator[str]:
    """Yield the roles of what an element owns, and of what groups that it may hold own."""
    for child, role in owned(document, element):
        if id(child) in seen:
            continue
        seen.add(id(child))
        if role in GROUPS & allowed:
            yield from _parts(document, child, allowed, seen)
        else:
            yield role


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.1",), act=("bc4a75",))
