"""A role that does not exist.

## Why it matters

A screen reader ignores a role that it does not know. What was meant as a link or a heading is then neither.

## Fails

```html
<span role="lnik">Our hours</span>
```

## Passes

```html
<span role="link" tabindex="0">Our hours</span>
```

## Silent

On an empty role, on hidden elements, and where one of several words is a role: the first that a screen reader knows
counts.

## References

- WCAG 2.2, 4.1.2 Name, Role, Value
- ACT 674b10
- WAI-ARIA 1.2, section 5 (abstract roles are for the specification only)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import explicit_role
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find role attributes without a word that is a role, or with abstract roles only."""
    for element in document.index.having("role"):
        said = str(element.get("role") or "").strip()
        if said and not explicit_role(element) and document.is_exposed(element):
            yield Defect(f"There is no role “{said}”: take one of WAI-ARIA, or leave it out.", element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("4.1.2",), act=("674b10",))
