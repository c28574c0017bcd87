"""An image button that does not say what it does.

## Why it matters

A screen reader says “button”, or the name of the image file.

## Fails

```html
<input type="image" src="go.png">
```

## Passes

```html
<input type="image" src="go.png" alt="Send the answers">
```

## Silent

On hidden buttons.

## References

- WCAG 2.2, 1.1.1 and 4.1.2
- ACT 59796f
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find image buttons without a name."""
    for button in document.find("input"):
        if str(button.get("type") or "").strip().lower() == "image" and not document.name(button):
            yield Defect('Say in alt="…" what the button does.', button)


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("1.1.1", "4.1.2"), act=("59796f",))
