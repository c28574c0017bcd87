"""A link that says http where https works.

## Why it matters

On the way to an http page anybody in the same network can read it, see who reads it, and change it.

## Fails

```html
<a href="http://example.org/plain">Our new hours</a>
```

## Passes

```html
<a href="https://example.org/hours">Our new hours</a>
```

## Silent

Where links are not asked: `--no-links` and `--offline`. Sites that know no https.

## References

- RFC 8446, The Transport Layer Security Protocol
- https://https.cio.gov/everything/
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
    """Find http links to pages that https gives too."""
    for link, answer in answered_links(document):
        if answer.secure:
            yield Defect(f"The page is there over https as well: link to {answer.secure}", link)


rule = Rule(__name__, Impact.MODERATE, find, asks_web=True)
