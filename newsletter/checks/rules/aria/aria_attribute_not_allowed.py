"""An ARIA attribute that the role does not have.

## Why it matters

Screen readers ignore such an attribute, or say a state that the element does not have.

## Fails

```html
<p aria-checked="true">Our hours</p>
```

## Passes

```html
<p role="checkbox" aria-checked="true" tabindex="0">Our hours</p>
```

## Silent

On attributes that every role has, on hidden elements, and on names (aria-name-prohibited asks about those).

## References

- WCAG 2.2, 4.1.2 Name, Role, Value
- ACT 5c01ea
- ARIA in HTML
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import GENERIC, aria_attributes, is_focusable, role_of
from newsletter.checks.aria.tables import attributes, global_attributes, roles
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


NAMING = frozenset({"aria-label", "aria-labelledby", "aria-braillelabel", "aria-brailleroledescription"})
# ARIA 1.3 lets a separator that can be focused have a value (ARIA 1.2 too, in words that the tables do not hold).
VALUES = frozenset({"aria-valuenow", "aria-valuemin", "aria-valuemax", "aria-valuetext"})


def find(document: Document) -> Iterator[Defect]:
    """Find attributes that are neither global nor of the element's role."""
    for element in document.index.having(*attributes()):
        special = [name for name in aria_attributes(element) if name not in global_attributes() | NAMING]
        if special and document.is_exposed(element):
            role = role_of(element)
            for name in special:
                if name not in _allowed(element, role):
                    yield Defect(f"{name} means nothing on the role “{role or GENERIC}”: leave it out.", element)


def _allowed(element: Tag, role: str) -> frozenset[str]:
    known = roles().get(role)
    allowed = known.attributes if known else frozenset()
    return allowed | VALUES if role == "separator" and is_focusable(element) else allowed


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("4.1.2",), act=("5c01ea",))
