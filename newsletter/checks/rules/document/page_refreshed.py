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
- HTML, section 4.2.5.3: the refresh state
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

HOURS_20 = 72_000
_CONTENT = re.compile(r"\s*(\d+)(?:\.[\d.]*)?(?:$|[;,\s])", re.ASCII)


def find(document: Document) -> Iterator[Defect]:
    """Find the first refresh that browsers follow, if it comes after a while, and within 20 hours."""
    for element in document.elements:
        if element.name != "meta" or str(element.get("http-equiv") or "").strip().lower() != "refresh":
            continue
        if found := _CONTENT.match(str(element.get("content") or "")):
            seconds = found[1].lstrip("0") or "0"
            if seconds != "0" and len(seconds) < len("1000000") and int(seconds) <= HOURS_20:
                yield Defect("Leave the reader in charge: remove this refresh.", element)
            return


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("2.2.1", "3.2.5"), act=("bc659a", "bisz58"))
