"""Words in a box that cuts off what does not fit.

## Why it matters

With text enlarged to twice its size, the last lines are gone and nobody sees that they were there.

## Fails

```html
<div style="height:40px;overflow:hidden">We open the house from ten to four. There will be tea.</div>
```

## Passes

```html
<div style="min-height:40px">We open the house from ten to four. There will be tea.</div>
```

## Silent

On boxes without words, on boxes of no height, which hide a preheader, and on heights that grow with the text (em).

## References

- WCAG 2.2, 1.4.4 Resize Text
- WCAG failure F69
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


PIXELS = re.compile(r"\s*([1-9]\d*(?:\.\d+)?)(?:px|pt)\s*", re.IGNORECASE)


def find(document: Document) -> Iterator[Defect]:
    """Find boxes of a height in pixels that hide what overflows, with words in them."""
    for element in document.elements:
        style = document.cascade.style(element)
        if not style.cuts_off or style.is_clipped or not style.is_seen:
            continue
        heights = (style.declared.get(name, "") for name in ("height", "max-height"))
        if any(map(PIXELS.fullmatch, heights)) and document.is_exposed(element) and document.words(element):
            yield Defect("Let the box grow: min-height in place of height, or no overflow:hidden.", element)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.4.4",))
