"""No word on light and dark.

## Why it matters

Without it some mail programs invert colours by force. With it they use the styles that were made for the dark.

## Fails

```html
<html><head><title>Hours</title></head><body></body></html>
```

## Passes

```html
<html><head><meta name="color-scheme" content="light dark"><title>Hours</title></head><body></body></html>
```

## Silent

Off unless selected, and on fragments.

## References

- HTML, section 4.2.5.1: the color-scheme name
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

_NAMES = frozenset({"color-scheme", "supported-color-schemes"})


def find(document: Document) -> Iterator[Defect]:
    """Find a document of its own that states no colour schemes."""
    root = document.root
    metas = (str(it.get("name") or "").lower() for it in document.index.named("meta"))
    if root is not None and not _NAMES.intersection(metas):
        yield Defect('Say what it is made for: <meta name="color-scheme" content="light dark">.', root)


rule = Rule(__name__, Impact.MINOR, find, optional=True)
