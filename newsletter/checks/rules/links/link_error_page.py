"""A page that says “not found” with a status that says “found”.

## Why it matters

Many sites answer every address with 200, or send readers to their first page, where what you linked to is gone.

## Fails

```html
<a href="https://example.org/moved-away">Our new hours</a>
```

## Passes

```html
<a href="https://example.org/hours">Our new hours</a>
```

## Silent

Where links are not asked: `--no-links` and `--offline`.

## References

- RFC 9110, HTTP Semantics, section 15.5.5
- https://developers.google.com/search/docs/crawling-indexing/http-network-errors#soft-404-errors
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.linking.collecting import answered_links
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links to pages whose title says that there is nothing, and deep links that lead to a first page."""
    for link, answer in answered_links(document):
        if answer.error_page:
            message = f"The page looks like one that says “not found”. {answer.error_page}: open it once yourself"
            yield Defect(message, link, Outcome.REVIEW)


rule = Rule(__name__, Impact.MODERATE, find, asks_web=True)
