"""An alternative text that repeats the words beside it.

## Why it matters

A screen reader says the same twice: once for the image, once for the link or the caption.

## Fails

```html
<a href="https://example.org/"><img src="a.jpg" alt="Our hours"> Our hours</a>
```

## Passes

```html
<a href="https://example.org/"><img src="a.jpg" alt=""> Our hours</a>
```

## Silent

Where the words only overlap, and on empty alternative texts.

## References

- WCAG technique H2
- axe-core, image-redundant-alt
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.nesting import nearest
from newsletter.checks.phrases import plain
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


HOLDERS = ["a", "button", "figure"]


def find(document: Document) -> Iterator[Defect]:
    """Find alternative texts that equal the other words of their link, button or figure, or the text that follows."""
    for image in document.find("img"):
        alt = plain(str(image.get("alt") or ""))
        if not alt:
            continue
        holder = nearest(image, HOLDERS)
        beside = [document.words(holder)] if holder else []
        sibling = image.find_next_sibling()
        beside += [document.words(sibling)] if sibling is not None else []
        if alt in {plain(words) for words in beside}:
            yield Defect('The words beside the image say the same: write alt="", or what the words do not say.', image)


rule = Rule(__name__, Impact.MINOR, find)
