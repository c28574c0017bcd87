"""Headings with the same words.

## Why it matters

In the list of headings nobody can tell them apart.

## Fails

```html
<h2>News</h2><p>Spring.</p><h2>News</h2><p>Summer.</p>
```

## Passes

```html
<h2>News of spring</h2><p>Spring.</p><h2>News of summer</h2><p>Summer.</p>
```

## Silent

On headings of different levels, and below different headings of a higher level.

## References

- WCAG 2.2, 2.4.6 Headings and Labels
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.phrases import plain
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def find(document: Document) -> Iterator[Defect]:
    """Find headings with the name and the level of one before them in the same part."""
    above: dict[int, str] = {}
    seen: set[tuple[object, ...]] = set()
    for heading in document.find(*HEADINGS):
        level, name = int(heading.name[1]), plain(document.name(heading))
        part = tuple(above[it] for it in sorted(above) if it < level)
        above = {it: words for it, words in above.items() if it < level} | {level: name}
        if name and (level, name, part) in seen:
            yield Defect(f"Another heading says “{document.name(heading)}” too: say what differs.", heading)
        seen.add((level, name, part))


rule = Rule(__name__, Impact.MINOR, find, optional=True)
