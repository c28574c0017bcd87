"""A link to a site whose certificate browsers refuse.

## Why it matters

Readers meet a full-page warning that somebody may want to steal from them. Most turn back, and some are frightened.

## Fails

```html
<a href="https://expired.example.org/">Our new hours</a>
```

## Passes

```html
<a href="https://example.org/hours">Our new hours</a>
```

## Silent

Where links are not asked: `--no-links` and `--offline`.

## References

- RFC 5280, Internet X.509 Public Key Infrastructure
- RFC 9110, HTTP Semantics, section 4.3.4
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
    """Find links to sites whose certificate is out of date, for another host, or of nobody that browsers know."""
    for link, answer in answered_links(document):
        if answer.certificate:
            yield Defect(f"{answer.reason}: browsers warn readers away. Tell the site, or link elsewhere", link)


rule = Rule(__name__, Impact.SERIOUS, find, asks_web=True)
