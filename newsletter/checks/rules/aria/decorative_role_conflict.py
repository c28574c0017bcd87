"""Something marked as decoration that is exposed all the same.

## Why it matters

The role of presentation gives way where an element can be focused or has an ARIA attribute for all roles: the screen
reader announces what was to be silent.

## Fails

```html
<nav role="presentation" aria-label="Years"><p>2026</p></nav>
```

## Passes

```html
<nav aria-label="Years"><p>2026</p></nav>
```

## Silent

On hidden elements, and on ARIA attributes that belong to single roles, which are ignored with the role.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- ACT 46ca7f
- WAI-ARIA 1.2, section 5.4 Presentational Roles Conflict Resolution
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import PRESENTATION, explicit_role, is_conflicting
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find alt="" and roles of presentation on elements that can be focused or have a global aria- attribute."""
    for element in document.index.having("role", "alt"):
        role = explicit_role(element) if element.has_attr("role") else ""
        is_silent = role in PRESENTATION or (not role and element.name == "img" and element.get("alt") == "")
        if is_silent and is_conflicting(element) and document.is_exposed(element):
            marked = "The role of presentation" if role else 'alt=""'
            yield Defect(f"{marked} has no effect beside an aria- attribute or a tabindex: choose one.", element)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.3.1",), act=("46ca7f",))
