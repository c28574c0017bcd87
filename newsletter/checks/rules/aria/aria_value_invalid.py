"""An ARIA attribute whose value is none of those that it may have.

## Why it matters

A screen reader takes the default instead, and says the opposite of what is meant, or nothing.

## Fails

```html
<button aria-pressed="yes">Bold</button>
```

## Passes

```html
<button aria-pressed="true">Bold</button>
```

## Silent

On empty values, and on references to missing ids, unless the role requires the reference.

## References

- WCAG 2.2, 4.1.2 Name, Role, Value
- ACT 6a7281
- WAI-ARIA 1.2, section 6.4 Values
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import aria_attributes, required_attributes, role_of
from newsletter.checks.aria.tables import Attribute, attributes, roles
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


PATTERNS = {
    "boolean": r"true|false",
    "tristate": r"true|false|mixed|undefined",
    "integer": r"[+-]?\d+",
    "number": r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?",
    "id": r"\S+",
}


def find(document: Document) -> Iterator[Defect]:
    """Find values that are not of their attribute's type."""
    for element in document.index.having(*attributes()):
        for name in aria_attributes(element):
            value = str(element[name]).strip()
            if value and not (_is_valid(attributes()[name], value) and _is_found(document, element, name, value)):
                yield Defect(f'{name}="{value}" is not a value that {name} may have{_choices(name)}.', element)


def _is_valid(attribute: Attribute, value: str) -> bool:
    """Whether a value is of the type of its attribute; tokens are compared without case, as HTML does."""
    lower = value.lower()
    if attribute.allows_undefined and lower == "undefined":
        return True
    if attribute.type == "token":
        return lower in attribute.values
    if attribute.type == "tokenlist":
        return set(lower.split()) <= attribute.values
    pattern = PATTERNS.get(attribute.type)
    return pattern is None or re.fullmatch(pattern, lower) is not None


def _is_found(document: Document, element: Tag, name: str, value: str) -> bool:
    """Whether one of the ids that a required reference names exists."""
    if attributes()[name].type not in {"id", "idlist"}:
        return True
    role = role_of(element)
    if role not in roles() or name not in required_attributes(element, role):
        return True
    return any(word in document.index.by_id for word in value.split())


def _choices(name: str) -> str:
    values = attributes()[name].values
    return f": one of {', '.join(sorted(values))}" if values else ""


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("4.1.2",), act=("6a7281",))
