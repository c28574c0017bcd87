"""A web address as the words of a link.

## Why it matters

A screen reader spells it out, slash by slash, and it says little of what is there.

## Fails

```html
<a href="https://example.org/spring/hours?id=7">https://example.org/spring/hours?id=7</a>
```

## Passes

```html
<a href="https://example.org/spring/hours?id=7">Our hours in spring</a>
```

## Silent

On a bare domain such as example.org, and on mail addresses.

## References

- WCAG 2.2, 2.4.4 Link Purpose (In Context)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\w[\w.-]*\.[a-z]{2,}/\S{12,}", re.IGNORECASE)


def find(document: Document) -> Iterator[Defect]:
    """Find links whose whole text is an address with a scheme, with www., or with a long path."""
    for link in document.find("a"):
        name = document.email_name(link)
        if link.has_attr("href") and ADDRESS.fullmatch(name) and "@" not in name:
            yield Defect("Write where the link leads in place of its address.", link)


rule = Rule(__name__, Impact.MINOR, find, wcag=("2.4.4",))
