"""A link that leads to no page.

## Why it matters

A reader who follows it finds an error. In an email nobody can mend it once it is sent.

## Fails

```html
<a href="https://example.org/gone">Our new hours</a>
```

## Passes

```html
<a href="https://example.org/hours">Our new hours</a>
```

## Silent

Where links are not asked: `--no-links` and `--offline`.

A server that answers 5xx or breaks the connection is asked twice before it counts.

## References

- RFC 9110, HTTP Semantics, section 15
- https://lychee.cli.rs/ counts 5xx and timeouts as errors too: whatever the cause, readers get no page
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
    """Find links that were asked and give an error, no answer, or nothing that can be asked."""
    for link, answer in answered_links(document):
        if answer.state is State.BROKEN and not answer.certificate:
            yield Defect(f"The link leads to no page. {answer.reason}: correct it or take it out", link)


rule = Rule(__name__, Impact.SERIOUS, find, asks_web=True)
