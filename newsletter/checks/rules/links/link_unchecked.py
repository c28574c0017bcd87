"""A link that a program cannot check.

## Why it matters

Some sites answer a program with “forbidden” and a reader with the page. Only a person can tell: open it once.

A link to unsubscribe is never asked: asking could take somebody off the list, and tells the list that the address is
read.

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

- RFC 9110, HTTP Semantics, sections 15.5.2, 15.5.4; RFC 6585, section 4
- RFC 8058, section 1: programs that scan emails follow links, and so unsubscribe people
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.linking.answers import State
from newsletter.checks.linking.collecting import answered_links
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links whose site does not tell a program whether the page is there: 401, 403, 429, 999 and their like."""
    for link, answer in answered_links(document):
        if answer.state is State.UNCHECKED:
            yield Defect(f"The link could not be checked. {answer.reason}: open it once yourself", link, Outcome.REVIEW)
        elif answer.state is State.SKIPPED:
            yield Defect(f"The link was not asked. {answer.reason}", link, Outcome.REVIEW, Impact.MINOR)


rule = Rule(__name__, Impact.MODERATE, find, asks_web=True)
