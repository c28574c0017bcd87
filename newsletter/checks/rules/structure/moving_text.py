"""Text that moves or blinks.

## Why it matters

Nobody can read it at their own pace, and it draws people with attention or balance problems away from all else.

## Fails

```html
<marquee>Open day!</marquee>
```

## Passes

```html
<p>Open day!</p>
```

## Silent

Never: marquee and blink cannot be stopped by a reader.

## References

- WCAG 2.2, 2.2.2 Pause, Stop, Hide
- WCAG failures F16, F47
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find marquee, blink, and text-decoration: blink."""
    for element in document.elements:
        style = str(element.get("style") or "").lower()
        if element.name in {"marquee", "blink"} or ("blink" in style and "text-decoration" in style):
            yield Defect("Let the text stand still: a paragraph, bold if it matters.", element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("2.2.2",))
