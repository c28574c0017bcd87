"""A role without the attribute that it needs.

## Why it matters

A screen reader says “switch” or “slider” and cannot say how it stands.

## Fails

```html
<div role="switch" tabindex="0">Large text</div>
```

## Passes

```html
<div role="switch" tabindex="0" aria-checked="true">Large text</div>
```

## Silent

On hidden elements, on roles that HTML gives by itself, and on the list of a combobox that is closed.

## References

- WCAG 2.2, 4.1.2 Name, Role, Value
- ACT 4e8ab6
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import explicit_role, implicit_role, required_attributes
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find explicit roles whose required attributes are missing or empty."""
    for element in document.index.having("role"):
        role = explicit_role(element)
        if not role or role == implicit_role(element) or not document.is_exposed(element):
            continue
        for name in sorted(required_attributes(element, role)):
            if not str(element.get(name) or "").strip():
                yield Defect(f"The role “{role}” needs {name}: add it.", element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("4.1.2",), act=("4e8ab6",))
