"""A sender without a name.

## Why it matters

The inbox shows the sender first, and a screen reader says it first. People know “The practice at the quay”; few know
“info@example.org”, and nobody opens an email of somebody unknown.

## Fails

```eml
From: info@example.org
Subject: Good morning
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
```

## Passes

```eml
From: The practice at the quay <info@example.org>
Subject: Good morning
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
```

## Silent

On HTML without the headers of its email, and where no sender is set yet.

## References

- RFC 5322, section 3.4: display-name
- Google, Email sender guidelines: the From header names who sends
"""

from __future__ import annotations

from email.utils import parseaddr
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find an email whose From has an address and no name, or the address again in its place."""
    name, address = parseaddr((document.headers or {}).get("from", ""))
    if address and name.strip().casefold() in {"", address.casefold()}:
        yield Defect('Put a name that readers know before the address: from = "The practice <hello@example.org>".')


rule = Rule(__name__, Impact.MODERATE, find)
