"""A role outside the one that it belongs in.

## Why it matters

“Item 2 of 5” can be said only inside a list. Alone, the item is read as if it stood by itself, or not at all.

## Fails

```html
<div role="listitem">Spring</div>
```

## Passes

```html
<div role="list"><div role="listitem">Spring</div></div>
```

## Silent

On hidden elements, on what an element claims by aria-owns, and on roles that HTML gives by itself.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- ACT ff89c9
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import GENERIC, explicit_role, has_global_attribute, implicit_role, role_of
from newsletter.checks.aria.tables import roles
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


TRANSPARENT = frozenset({"", GENERIC, "presentation"})


def find(document: Document) -> Iterator[Defect]:
    """Find explicit roles whose owner, or nearest ancestor with a role, is none of those that they need."""
    owners: dict[str, Tag] | None = None
    for element in document.index.having("role"):
        role = explicit_role(element)
        parents = roles()[role].parents if role else frozenset()
        if not parents or role == implicit_role(element) or not document.is_exposed(element):
            continue
        owners = _owners(document) if owners is None else owners
        if _owner_role(element, owners) not in _with_groups(parents):
            needed = ", ".join(sorted(parents))
            yield Defect(f"The role “{role}” stands outside one of the roles that it belongs in: {needed}.", element)


def _owners(document: Document) -> dict[str, Tag]:
    """Give by id the elements that others claim with aria-owns."""
    claiming = document.index.having("aria-owns")
    return {name: element for element in claiming for name in str(element["aria-owns"]).split()}


def _owner_role(element: Tag, owners: dict[str, Tag]) -> str:
    node = owners.get(str(element.get("id") or "")) or element.parent
    while node is not None and role_of(node) in TRANSPARENT and not has_global_attribute(node):
        node = owners.get(str(node.get("id") or "")) or node.parent
    return role_of(node) if node is not None else ""


def _with_groups(parents: frozenset[str]) -> frozenset[str]:
    """Options and items of menus and trees may stand in groups (ARIA 1.2, required context role)."""
    return parents | {"group"} if parents & {"menu", "menubar", "listbox", "tree"} else parents


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.1",), act=("ff89c9",))
