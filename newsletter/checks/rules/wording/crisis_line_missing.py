"""A letter that speaks of suicide without saying where help is.

## Why it matters

Among the readers of a letter on suicide are some who think of it. A number in the letter is help at hand.

## Fails

```html
<p>We lost our son to suicide.</p>
```

## Passes

```html
<p>We lost our son to suicide. If you think of it, call Samaritans on 116 123, day or night.</p>
```

## Silent

In languages without a list. Any telephone number or known service counts.

## References

- WHO, Preventing suicide: a resource for media professionals (2023): say where to seek help
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.reading.mending import place_defect
from newsletter.checks.rule import Rule
from newsletter.checks.wording.topics import find_topic, has_crisis_line
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document
    from newsletter.checks.rule import Defect


def find(document: Document) -> Iterator[Defect]:
    """Find where suicide is first spoken of, when no crisis line or number is named anywhere."""
    passage = find_topic(document, "suicide")
    if passage is not None and not has_crisis_line(document):
        yield place_defect("The letter speaks of suicide: name a crisis line that readers can reach now.", passage)


rule = Rule(__name__, Impact.MODERATE, find)
