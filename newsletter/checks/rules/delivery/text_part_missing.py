"""An email without a plain-text part.

## Why it matters

Some people read email as plain text, because it is calm, works with their braille display, or costs little. Filters
for spam count its absence against the sender.

## Fails

```eml
From: Anne <anne@example.org>
Subject: Good morning
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
```

## Passes

```eml
From: Anne <anne@example.org>
Subject: Good morning
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Good morning
--b
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
--b--
```

## Silent

On HTML without the headers of its email.

## References

- RFC 2046, section 5.1.4 (multipart/alternative)
- SpamAssassin, rule MIME_HTML_ONLY
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find an email that has HTML and no text, or an empty one."""
    if document.headers is not None and not (document.text or "").strip():
        yield Defect("Add a text/plain part that says the same as the HTML.")


rule = Rule(__name__, Impact.MODERATE, find)
