"""A comment that ignores a rule that finds nothing there.

## Why it matters

It hides the next defect of that kind, though the one that it was written for is gone.

## Fails

```html
<!-- newsletter-ignore image-alt-missing: the table below says the same -->
<img src="chart.png" alt="Sign-ups doubled in May">
```

## Passes

```html
<!-- newsletter-ignore image-alt-missing: the table below says the same -->
<img src="chart.png">
```

## Silent

On every other comment, and on one without a reason or of an unknown rule: ignore-comment-faulty speaks of those.

## References

- How comments are written: docs/how-to/check-an-email.md
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.ignoring import find_ignores
from newsletter.checks.nesting import with_surroundings
from newsletter.checks.rule import Defect, Rule, all_rules
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find comments whose rule has nothing to say of the element."""
    rules = {it.name: it for it in all_rules() if it.module != __name__}
    around: dict[str, frozenset[int]] = {}
    for ignore, element in find_ignores(document):
        for name in ignore.rules if ignore.is_whole else ():
            if name in rules and name not in around:
                around[name] = with_surroundings(it.element for it in rules[name].find(document))
            if name in rules and id(element) not in around[name]:
                yield Defect(f"Take the comment away: {name} finds nothing here.", element)


rule = Rule(__name__, Impact.MODERATE, find)
