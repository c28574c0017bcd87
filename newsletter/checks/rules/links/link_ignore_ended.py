"""A link whose entry in the ignore list has ended.

## Why it matters

Somebody said why this link need not work, and until when. That day has passed: the reason may have passed too.

## Fails

```html
<a href="https://example.org/members">For members</a>
```

## Passes

```html
<a href="https://example.org/hours">Our new hours</a>
```

## Silent

Where links are not asked: `--no-links` and `--offline`.

## References

- `[[check.ignore_links]]` in newsletter.toml
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.linking.collecting import answered_links
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links that an entry of the ignore list covered until its day passed."""
    for link, answer in answered_links(document):
        if answer.ignore_ended:
            yield Defect(f"{answer.ignore_ended}: take the entry out, or give it a new day", link)


rule = Rule(__name__, Impact.MODERATE, find, asks_web=True)
