"""A heading more than one level below the one before it.

## Why it matters

Levels say which part belongs to which. After a heading of level 2, one of level 4 sounds as if something in between
was missed.

## Fails

```html
<h2>Spring</h2><h4>Opening hours</h4>
```

## Passes

```html
<h2>Spring</h2><h3>Opening hours</h3>
```

## Silent

On the first heading, and on steps back up.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- WCAG technique H42
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def find(document: Document) -> Iterator[Defect]:
    """Find headings that go down by more than one level."""
    before = 6
    for heading in document.find(*HEADINGS):
        level = int(heading.name[1])
        if level > before + 1:
            yield Defect(f"After level {before} comes level {before + 1}, not {level}: use h{before + 1}.", heading)
        before = level


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.3.1",))
