"""A comment that ignores a rule, without a reason or with an unknown name.

## Why it matters

Whoever reads the email's source next must know why a defect may stay. Without a reason, or with a name that no rule
has, the comment does nothing.

## Fails

```html
<!-- newsletter-ignore image-alt-missing -->
<img src="chart.png">
```

## Passes

```html
<!-- newsletter-ignore image-alt-missing: the table below says the same -->
<img src="chart.png">
```

## Silent

On every other comment.

## References

- How comments are written: docs/how-to/check-an-email.md
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.ignoring import find_ignores
from newsletter.checks.rule import Defect, Rule, all_rules
from newsletter.model import Impact
from newsletter.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document
    from newsletter.checks.ignoring import Ignore


def find(document: Document) -> Iterator[Defect]:
    """Find comments that do not count."""
    for ignore, element in find_ignores(document):
        for message in faults(ignore):
            yield Defect(message, element)


def faults(ignore: Ignore) -> Iterator[str]:
    """Say why a comment does not count, or not for a name in it."""
    if not ignore.is_whole:
        yield "Write the rule and the reason: <!-- newsletter-ignore image-alt-missing: why it may stay -->."
    known = {rule.name for rule in all_rules()}
    for name in ignore.rules:
        if name not in known:
            yield f"No rule is called “{name}”. {suggest(name, sorted(known), 'newsletter rules lists them all.')}"


rule = Rule(__name__, Impact.MODERATE, find)
