"""A link to a page that has moved for good.

## Why it matters

The old address works only as long as somebody keeps the redirect. An email is read for years.

## Fails

```html
<a href="https://example.org/old">Our new hours</a>
```

## Passes

```html
<a href="https://example.org/hours">Our new hours</a>
```

## Silent

Where links are not asked: `--no-links` and `--offline`. Redirects that may change again (302, 303, 307).

## References

- RFC 9110, HTTP Semantics, sections 15.4.2 and 15.4.9: links ought to be changed to the new address
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.linking.answers import State
from newsletter.checks.linking.collecting import answered_links
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links that a site redirects for good (301, 308)."""
    for link, answer in answered_links(document):
        if answer.moved_to and answer.state is State.WORKS:
            yield Defect(f"The page has moved for good: link to {answer.moved_to}", link)


rule = Rule(__name__, Impact.MODERATE, find, asks_web=True)
