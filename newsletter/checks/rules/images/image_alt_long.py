"""An alternative text that goes on and on.

## Why it matters

A screen reader reads it in one breath, without headings, links or a way back to one word.

## Fails

```html
<img src="poster.jpg"
alt="Open day on Sunday, with music and a tour of the garden.
Open day on Sunday, with music and a tour of the garden.
Open day on Sunday, with music and a tour of the garden.
Open day on Sunday, with music and a tour of the garden.">
```

## Passes

```html
<img src="poster.jpg" alt="Open day on Sunday"><p>With music and a tour of the garden.</p>
```

## Silent

Up to 150 characters.

## References

- WebAIM, Alternative Text: be succinct
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MAX_CHARACTERS = 150


def find(document: Document) -> Iterator[Defect]:
    """Find alternative texts of more than 150 characters."""
    for image in document.find("img", "area"):
        count = len(str(image.get("alt") or "").strip())
        if count > MAX_CHARACTERS:
            message = f"The alt has {count} characters: say the most in {MAX_CHARACTERS}, the rest as text beside it."
            yield Defect(message, image)


rule = Rule(__name__, Impact.MINOR, find)
