"""An attribute given twice on one element.

## Why it matters

The first counts and the second is dropped without a word: the alternative text, the colour or the size that was
written last is not there. It happens where a tool adds a style to an element that has one.

## Fails

```html
<p style="color:#333333" style="background-color:#ffffff">Opening hours</p>
```

## Passes

```html
<p style="color:#333333;background-color:#ffffff">Opening hours</p>
```

## Silent

Where both say the same.

## References

- HTML, 13.1.2.3 Attributes: never two of the same name on one start tag
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find elements with two attributes of one name and different values."""
    for element, name in document.lost.repeated:
        yield Defect(f"“{name}” stands here twice, and the second is dropped: make one of both.", element)


rule = Rule(__name__, Impact.MODERATE, find)
