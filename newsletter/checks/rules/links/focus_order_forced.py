"""An order of focus, or a key, that the reader does not expect.

## Why it matters

A positive tabindex takes the keyboard out of the order of reading; an accesskey takes a key from the screen reader.

## Fails

```html
<a href="https://example.org/" tabindex="3">Our hours</a>
```

## Passes

```html
<a href="https://example.org/">Our hours</a>
```

## Silent

On tabindex 0 and -1.

## References

- WCAG 2.2, 2.4.3 Focus Order
- axe-core, tabindex and accesskeys
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find positive tabindex and accesskey."""
    for element in document.index.having("tabindex", "accesskey"):
        index = str(element.get("tabindex") or "").strip()
        if index.isdigit() and int(index) > 0 and document.is_exposed(element):
            yield Defect("Leave tabindex out: the order of reading is the order of focus.", element)
        elif element.has_attr("accesskey") and document.is_exposed(element):
            yield Defect("Leave accesskey out: screen readers use the same keys.", element)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("2.4.3",))
