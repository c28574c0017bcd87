"""A letter that reloads itself after more than 20 hours.

## Why it matters

WCAG forgives it at level A, because hardly anybody reads for so long. At level AAA nothing may interrupt a reader.

## Fails

```html
<meta http-equiv="refresh" content="86400">
```

## Passes

```html
<meta http-equiv="x-ua-compatible" content="IE=edge">
```

## Silent

Off unless selected. On what `page-refreshed` fails, and where that is silent for another reason.

## References

- WCAG 2.2, 2.2.4 Interruptions, 3.2.5 Change on Request, level AAA
- ACT bisz58
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
    """Find the first refresh that browsers follow, if it comes after more than 20 hours."""
    for element, seconds in find_refresh(document):
        if seconds > HOURS_20:
            yield Defect("Leave the reader in charge: remove this refresh.", element)


rule = Rule(__name__, Impact.MINOR, find, wcag=("2.2.4", "3.2.5"), act=("bisz58",), optional=True)
