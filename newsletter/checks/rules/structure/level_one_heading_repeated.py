"""More than one heading of level 1.

## Why it matters

The heading of level 1 names the letter. With several of them, people who jump by headings cannot tell which part is the
letter and which a section.

## Fails

```html
<h1>Letters from the Quay</h1><p>Good morning to you</p><h1>A walk in winter</h1>
```

## Passes

```html
<h1>Letters from the Quay</h1><p>Good morning to you</p><h2>A walk in winter</h2>
```

## Silent

On headings that are hidden, as one of a pair for phones or dark mode, and on those without words, which is another
finding.

## References

- WCAG 2.2, 1.3.1 and technique H42; WebAIM, survey of screen reader users
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import is_level_one
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find each seen heading of level 1 after the first."""
    headings = [it for it in document.index.of_role("heading") if is_level_one(it) and document.email_name(it)]
    seen = [it for it in headings if document.is_exposed(it) and document.cascade.style(it).is_seen]
    for heading in seen[1:]:
        yield Defect("Make it a heading of level 2: the letter has its own of level 1 above.", heading)


rule = Rule(__name__, Impact.MINOR, find)
