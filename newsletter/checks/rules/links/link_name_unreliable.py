"""A link whose name only some mail programs pass on.

## Why it matters

Gmail and others remove aria-label and aria-labelledby: the link has no words left.

## Fails

```html
<a href="https://example.org/" aria-label="Our website"><img src="a.png" alt=""></a>
```

## Passes

```html
<a href="https://example.org/"><img src="a.png" alt="Our website"></a>
```

## Silent

On links with words or an image’s alt.

## References

- caniemail.com: aria-label works in 24 of 41 clients, aria-labelledby in 20
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links that have a name, and none without aria-label, aria-labelledby and title."""
    for link in document.find("a"):
        if link.has_attr("href") and not document.email_name(link) and (name := document.name(link)):
            yield Defect(f"Write “{name}” as words or in an image's alt: mail programs drop the other names.", link)


rule = Rule(__name__, Impact.MODERATE, find)
