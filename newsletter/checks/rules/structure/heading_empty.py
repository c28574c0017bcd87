"""A heading without words.

## Why it matters

Who jumps from heading to heading lands on one that says nothing, and does not know what follows.

## Fails

```html
<h2><img src="line.png" alt=""></h2>
```

## Passes

```html
<h2>Our hours</h2>
```

## Silent

On hidden headings.

## References

- WCAG 2.2, 1.3.1 and 2.4.6
- ACT ffd0e9
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find headings without an accessible name."""
    for element in document.find_roles("heading"):
        if not document.name(element):
            yield Defect("Write the heading, or make it no heading.", element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.1", "2.4.6"), act=("ffd0e9",))
