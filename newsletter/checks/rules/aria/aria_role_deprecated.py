"""A role that WAI-ARIA has given up.

## Why it matters

Screen readers drop the support of deprecated roles one by one, and the element loses its meaning.

## Fails

```html
<ul role="directory"><li>Spring</li></ul>
```

## Passes

```html
<ul><li>Spring</li></ul>
```

## Silent

On hidden elements.

## References

- WAI-ARIA 1.2, section 5.4, directory
- DPUB-ARIA 1.1, doc-biblioentry and doc-endnote
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import explicit_role
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


DEPRECATED = {
    "directory": "list",
    "doc-biblioentry": "listitem",
    "doc-endnote": "listitem",
}


def find(document: Document) -> Iterator[Defect]:
    """Find deprecated roles."""
    for element in document.index.having("role"):
        role = explicit_role(element)
        if role in DEPRECATED and document.is_exposed(element):
            yield Defect(f"The role “{role}” is deprecated: use {DEPRECATED[role]}.", element)


rule = Rule(__name__, Impact.MINOR, find)
