"""A letter that reloads itself or goes elsewhere.

## Why it matters

Who reads slowly loses the place, and a screen reader begins again at the top.

## Fails

```html
<meta http-equiv="refresh" content="30">
```

## Passes

```html
<meta http-equiv="x-ua-compatible" content="IE=edge">
```

## Silent

On values that browsers do not understand, on those after the first that they do, at once (0), and after more than 20
hours.

## References

- WCAG 2.2, 2.2.1 Timing Adjustable, 3.2.5 Change on Request
- ACT bc659a, bisz58
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.refreshing import HOURS_20, find_refresh
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find the first refresh that browsers follow, if it comes after a while, and within 20 hours."""
    for element, seconds in find_refresh(document):
        if seconds <= HOURS_20:
            yield Defect("Leave the reader in charge: remove this refresh.", element)


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("2.2.1", "3.2.5"), act=("bc659a", "bisz58"))
