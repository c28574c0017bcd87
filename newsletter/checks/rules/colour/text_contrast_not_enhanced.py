"""Words below the enhanced contrast.

## Why it matters

People with little sight need more than the minimum: 7:1, or 4.5:1 for large words.

## Fails

```html
<p style="color:#666666">Opening hours</p>
```

## Passes

```html
<p style="color:#333333">Opening hours</p>
```

## Silent

Off unless selected. Silent where `text-contrast-low` is.

## References

- WCAG 2.2, 1.4.6 Contrast (Enhanced), level AAA
- ACT 09o5cg
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.legibility import judge
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

MIN_CONTRAST, MIN_CONTRAST_LARGE = 7.0, 4.5


def find(document: Document) -> Iterator[Defect]:
    """Find words whose colours are nearer than 7:1, or 4.5:1 where they are large."""
    yield from judge(document, MIN_CONTRAST, MIN_CONTRAST_LARGE)


rule = Rule(__name__, Impact.MINOR, find, wcag=("1.4.6",), act=("09o5cg",), optional=True)
