"""The html element without a direction.

## Why it matters

Some mail programs take the direction from there. Where it is missing they guess, and a list or a full stop may land
on the wrong side.

## Fails

```html
<html lang="en"><body>a</body></html>
```

## Passes

```html
<html lang="en" dir="ltr"><body>a</body></html>
```

## Silent

On fragments: HTML without an html element.

## References

- Practice; HTML, section 3.2.6.4: the dir attribute
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.checks.tongues.settling import usual_direction
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find a root element without a direction."""
    root = document.root
    if root is not None and str(root.get("dir") or "").strip().lower() not in {"ltr", "rtl", "auto"}:
        direction = usual_direction(document)
        yield Defect(f'Say the direction of the document: <html dir="{direction}">.', root)


rule = Rule(__name__, Impact.MINOR, find)
