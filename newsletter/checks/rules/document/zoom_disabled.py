"""Readers may not make the letter larger.

## Why it matters

Who sees badly spreads two fingers to enlarge the words. A viewport that forbids it leaves them with what they cannot
read.

## Fails

```html
<meta name="viewport" content="width=device-width, user-scalable=no">
```

## Passes

```html
<meta name="viewport" content="width=device-width, initial-scale=1">
```

## Silent

On values that browsers ignore, and on a maximum scale of 2 or more.

## References

- WCAG 2.2, 1.4.4 Resize Text
- ACT b4f0c3
- CSS Device Adaptation 1, section 9: how browsers read the content
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.checks.viewport import forbidding_parts
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find viewports that forbid zooming, or limit it below 200%."""
    for meta in document.index.named("meta"):
        is_viewport = str(meta.get("name") or "").strip().lower() == "viewport"
        if is_viewport and forbidding_parts(str(meta.get("content") or "")):
            yield Defect('Let readers zoom: content="width=device-width, initial-scale=1".', meta)


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("1.4.4",), act=("b4f0c3",))
