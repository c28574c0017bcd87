"""An attribute that begins with aria- and does not exist.

## Why it matters

A misspelt attribute does nothing: the name or the state that it was to give reaches nobody.

## Fails

```html
<a href="https://example.org/" aria-lable="Our hours">Hours</a>
```

## Passes

```html
<a href="https://example.org/" aria-label="Hours of the practice">Hours</a>
```

## Silent

Never: such an attribute is wrong on any element, also a hidden one.

## References

- WCAG 2.2, 4.1.2 Name, Role, Value
- ACT 5f99a7
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.tables import attributes
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find attributes with the prefix aria- that WAI-ARIA does not define."""
    for element in document.elements:
        for name in element.attrs:
            if name.startswith("aria-") and name not in attributes():
                yield Defect(f"There is no attribute {name}: check its spelling, or leave it out.", element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("4.1.2",), act=("5f99a7",))
